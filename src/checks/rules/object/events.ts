import { example } from './examples';
import { Broken, Rule, isBelow, isGiven, isText, rulesFor } from './rule';
import { QUALIFIED_NAME } from '../../../kubernetes/formats/qualified-name';
import { Manifest, isRecord, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const eventFields: Rule = {
  id: 'event-fields',
  why: 'an Event stands in the namespace of the object it is about, and says who reports what and when',
  fix: 'write the Event into the namespace of its object; with eventTime it needs reportingController, reportingInstance, action and reason',
  bad: eventExample('other'),
  good: eventExample('default'),
};

function eventExample(namespace: string): string {
  return example('Event', 'v1', `involvedObject: {kind: Pod, name: a, namespace: ${namespace}}`).replace('name: web', 'name: web, namespace: default');
}

/** What the fields are called in a version of the API. */
interface Names {
  readonly object: string;
  readonly controller: string;
  readonly message: string;
}

const CORE: Names = { object: 'involvedObject', controller: 'reportingComponent', message: 'message' };
const EVENTS: Names = { object: 'regarding', controller: 'reportingController', message: 'note' };

const MAX_LENGTH = 128;
const MAX_NOTE = 1024;

export const eventRules: ObjectCheck = rulesFor(['/Event', 'events.k8s.io/Event'], [eventFields], (event, broken) => {
  const core = event.apiVersion === 'v1';
  const names = core ? CORE : EVENTS;
  checkNamespace(event, names, broken);
  if (isText(event.eventTime)) { checkReport(event, names, broken); }
  if (!core) { checkNewEvent(event, broken); }
});

function checkNamespace(event: Manifest, { object }: Names, broken: Broken) {
  // kubectl fills in the namespace of its context, which nobody knows here.
  const own = event.metadata?.namespace;
  if (!isText(own)) { return; }
  const about = recordOf(event[object]).namespace;
  const elsewhere = isText(event.eventTime) ? ['default', 'kube-system'] : ['default'];
  const fits = isText(about) ? isText(event.eventTime) || about === own : elsewhere.includes(own);
  if (!fits) { broken(eventFields, `/${object}/namespace`, `the Event is in the namespace ${show(own)}, the object in ${show(about ?? '')}`); }
}

function checkReport(event: Manifest, { controller, message }: Names, broken: Broken) {
  if (!isText(event[controller]) || !QUALIFIED_NAME.fits(event[controller])) {
    broken(eventFields, `/${controller}`, `${show(event[controller] ?? '')} is no name of a controller`, 'write a name such as example.com/backup');
  }
  for (const field of ['reportingInstance', 'action', 'reason']) {
    const value = event[field];
    if (!isText(value)) { broken(eventFields, `/${field}`, `the Event has no ${field}`, `add ${field}`); }
    if (isText(value) && value.length > MAX_LENGTH) { broken(eventFields, `/${field}`, `${field} has more than ${MAX_LENGTH} characters`, 'shorten it'); }
  }
  if (isText(event[message]) && Buffer.byteLength(event[message]) > MAX_NOTE) { broken(eventFields, `/${message}`, `${message} has more than ${MAX_NOTE} characters`, 'shorten it'); }
}

/** What only the version of events.k8s.io demands. */
function checkNewEvent(event: Manifest, broken: Broken) {
  if (event.type !== 'Normal' && event.type !== 'Warning') { broken(eventFields, '/type', `the type is ${show(event.type ?? '')}`, 'write Normal or Warning'); }
  for (const field of ['deprecatedFirstTimestamp', 'deprecatedLastTimestamp', 'deprecatedCount']) {
    if (isGiven(event[field]) && event[field] !== 0) { broken(eventFields, `/${field}`, `${field} is of the past`, 'remove it'); }
  }
  const { component, host } = recordOf(event.deprecatedSource);
  if (isText(component) || isText(host)) { broken(eventFields, '/deprecatedSource', 'deprecatedSource is of the past', 'remove it'); }
  if (isRecord(event.series) && (!isGiven(event.series.count) || isBelow(event.series.count, 2))) { broken(eventFields, '/series/count', 'a series has at least two Events', 'write a count from 2 up, or remove series'); }
}

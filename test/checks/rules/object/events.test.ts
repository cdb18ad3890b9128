import { testRules, object } from './rule-cases';

const TIME = 'eventTime: "2024-01-31T12:00:00.000000Z"';
const event = (namespace: string, fields: string) => object(`{apiVersion: v1, kind: Event, metadata: {name: a, namespace: ${namespace}}, ${fields}}`);
const newEvent = (fields: string) => object(`{apiVersion: events.k8s.io/v1, kind: Event, metadata: {name: a, namespace: a}, ${TIME}, regarding: {namespace: a}, type: Normal, ` +
  `reportingController: a.b/c, reportingInstance: i, action: a, reason: r, ${fields}}`);

describe('events', () => {
  testRules([
    ['an event of a cluster-scoped object', event('default', 'involvedObject: {kind: Node, name: a}')],
    ['an event of a cluster-scoped object elsewhere', event('apps', 'involvedObject: {kind: Node, name: a}'), 'event-fields /involvedObject/namespace'],
    ['an event without a namespace', object('{apiVersion: v1, kind: Event, metadata: {name: a}, involvedObject: {namespace: b}}')],
    ['an event that says when but not who', event('apps', `${TIME}, involvedObject: {namespace: apps}`), 'event-fields /reportingComponent', 'event-fields /reportingInstance',
      'event-fields /action', 'event-fields /reason'],
    ['a new event', newEvent('series: null')],
    ['a long reason', { ...newEvent(''), reason: 'x'.repeat(129) }, 'event-fields /reason'],
    ['a long note', { ...newEvent(''), note: 'x'.repeat(1025) }, 'event-fields /note'],
    ['another type', { ...newEvent(''), type: 'Error' }, 'event-fields /type'],
    ['fields of the past', newEvent('deprecatedCount: 2, deprecatedSource: {host: a}'), 'event-fields /deprecatedCount', 'event-fields /deprecatedSource'],
    ['a series of one', newEvent('series: {count: 1, lastObservedTime: "2024-01-31T12:00:00.000000Z"}'), 'event-fields /series/count'],
  ]);
});

import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { workloadExample } from '../object/examples';
import { Rule, isText, rulesFor } from '../object/rule';

export const podHostName: Rule = {
  id: 'pod-host-name',
  why: 'Pods get their host names from this name, and a host name has no dots',
  severity: 'warning',
  fix: 'write a name without dots, of at most 63 characters',
  bad: workloadExample('Deployment').replace('name: web', 'name: web.shop'),
  good: workloadExample('Deployment').replace('name: web', 'name: web-shop'),
};

export const hostNameWarnings: ObjectCheck = {
  ...rulesFor(['/Pod', 'apps/Deployment', 'apps/ReplicaSet', '/ReplicationController', 'batch/Job', 'batch/CronJob'], [podHostName], (object, broken) => {
    const { name, generateName } = recordOf(object.metadata);
    // The server appends five characters to what a name begins with.
    const full = isText(name) ? name : isText(generateName) ? `${generateName.slice(0, 58)}aaaaa` : undefined;
    if (full !== undefined && !DNS_LABEL.fits(full)) { broken(podHostName, `/metadata/${isText(name) ? 'name' : 'generateName'}`, `${show(name || generateName)} is no name of a host`); }
  }),
  // What a controller makes has the name of its maker.
  derived: false,
};

import { workloadExample } from './examples';
import { Rule, isText, rulesFor } from './rule';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { LONGEST_STATEFUL_SET_NAME } from '../../../kubernetes/formats/workload-name';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const nameLength: Rule = {
  id: 'stateful-set-name-length',
  why: 'the server accepts a StatefulSet with a name of up to 63 characters, but above 52 no pod of it can be created: '
    + 'the name does not fit into a label of its pods',
  fix: `shorten the name to ${LONGEST_STATEFUL_SET_NAME} characters`,
  bad: named('production-customer-orders-database-primary-replicas-eu'),
  good: named('orders-db'),
};

export const nameDots: Rule = {
  id: 'stateful-set-name-dots',
  why: 'the server accepts a StatefulSet with dots in its name, but the host names of its pods are made of it, and those have none',
  fix: "write '-' instead of '.'",
  bad: named('orders.db'),
  good: named('orders-db'),
};

function named(name: string): string {
  return workloadExample('StatefulSet').replace('{name: web}', `{name: ${name}}`);
}

export const statefulSetNameRules: ObjectCheck = rulesFor(['apps/StatefulSet'], [nameLength, nameDots], (set, broken) => {
  const name = set.metadata?.name;
  if (!isText(name) || !DNS_SUBDOMAIN.fits(name)) { return; }
  if (name.length > LONGEST_STATEFUL_SET_NAME) {
    broken(nameLength, '/metadata/name', `the name has ${name.length} characters; above ${LONGEST_STATEFUL_SET_NAME} no pod can be created`);
  } else if (!DNS_LABEL.fits(name)) {
    broken(nameDots, '/metadata/name', `pods of ${show(name)} cannot be created, since ${show(`${name}-0`)} is no host name`);
  }
});

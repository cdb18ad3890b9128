import { example } from './examples';
import { Rule, forRepeated, rulesFor } from './rule';
import { rangeOf } from '../../../kubernetes/formats/address';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';

const ranges = (cidrs: string) => example('ServiceCIDR', 'networking.k8s.io/v1', `spec: {cidrs: [${cidrs}]}`);

export const serviceRanges: Rule = {
  id: 'service-cidrs',
  why: 'Services get their addresses from one range of each IP family',
  severity: 'error',
  since: '1.33',
  fix: 'write at most one range of each IP family',
  bad: ranges('10.96.0.0/16, 10.97.0.0/16'),
  good: ranges("10.96.0.0/16, 'fd00::/112'"),
};

export const serviceRangeRules: ObjectCheck = rulesFor(['networking.k8s.io/ServiceCIDR'], [serviceRanges], (object, broken) =>
  forRepeated(listOf(recordOf(object.spec).cidrs).map(cidr => rangeOf(cidr)?.family), family => family, (family, index) =>
    broken(serviceRanges, `/spec/cidrs/${index}`, `there is already a range of ${family}`)));

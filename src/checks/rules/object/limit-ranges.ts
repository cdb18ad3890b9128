import { example } from './examples';
import { amountIn, isContainerResource, mayOvercommit } from './resources';
import { Broken, Rule, forRecords, forRepeated, isText, rulesFor } from './rule';
import { QUALIFIED_NAME } from '../../../kubernetes/formats/qualified-name';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const limitOrder: Rule = {
  id: 'limit-range-order',
  why: 'defaults lie between min and max, and a default request is not above the default limit',
  fix: 'keep min <= defaultRequest <= default <= max, and a maxLimitRequestRatio from 1 up to max/min',
  bad: example('LimitRange', 'v1', 'spec: {limits: [{type: Container, min: {cpu: 2}, max: {cpu: 1}}]}'),
  good: example('LimitRange', 'v1', 'spec: {limits: [{type: Container, min: {cpu: 1}, max: {cpu: 2}}]}'),
};

export const limitType: Rule = {
  id: 'limit-range-type',
  why: 'a LimitRange has one entry for each type; defaults are for containers, and for claims only their storage counts',
  fix: 'write one entry for each of Container, Pod and PersistentVolumeClaim; no defaults for Pod, and a min or max storage for claims',
  bad: example('LimitRange', 'v1', 'spec: {limits: [{type: Pod, default: {cpu: 1}}]}'),
  good: example('LimitRange', 'v1', 'spec: {limits: [{type: Container, default: {cpu: 1}}]}'),
};

export const limitResource: Rule = {
  id: 'limit-range-resource',
  why: 'limits are for resources that containers, Pods or claims can ask for',
  fix: 'write cpu, memory, ephemeral-storage, storage for claims, or a name with a domain',
  bad: example('LimitRange', 'v1', 'spec: {limits: [{type: Container, max: {mem: 1Gi}}]}'),
  good: example('LimitRange', 'v1', 'spec: {limits: [{type: Container, max: {memory: 1Gi}}]}'),
};

const TYPES = ['Container', 'Pod', 'PersistentVolumeClaim'];
const BOUNDS = ['min', 'defaultRequest', 'default', 'max'];
const ONE = 1_000_000_000n;

export const limitRangeRules: ObjectCheck = rulesFor(['/LimitRange'], [limitOrder, limitType, limitResource], (range, broken) => {
  const limits = listOf(recordOf(range.spec).limits);
  forRepeated(limits, limit => recordOf(limit).type, (limit, index) =>
    broken(limitType, `/spec/limits/${index}/type`, `there is already an entry for ${show(limit.type)}`, 'make it one entry'));
  forRecords(limits, (limit, index) => checkLimit(limit, `/spec/limits/${index}`, broken));
});

function checkLimit(limit: Record<string, any>, at: string, broken: Broken) {
  const { type } = limit;
  if (isText(type) && !TYPES.includes(type) && !(type.includes('/') && QUALIFIED_NAME.fits(type))) { broken(limitType, `${at}/type`, `${show(type)} is no type`, `write ${TYPES.join(', ')}`); }
  if (type === 'Pod') {
    for (const field of ['default', 'defaultRequest']) {
      if (Object.keys(recordOf(limit[field])).length > 0) { broken(limitType, `${at}/${field}`, `a Pod has no ${field}`, 'write it for type: Container'); }
    }
  }
  if (type === 'PersistentVolumeClaim' && !Object.hasOwn(recordOf(limit.min), 'storage') && !Object.hasOwn(recordOf(limit.max), 'storage')) {
    broken(limitType, at, 'the entry for claims limits no storage', 'add min.storage or max.storage');
  }
  const fields = [...BOUNDS, 'maxLimitRequestRatio'];
  for (const field of fields) {
    for (const name of Object.keys(recordOf(limit[field]))) {
      if (!isResource(type, name)) { broken(limitResource, `${at}/${field}${pointer(name)}`, `${show(name)} is no resource of a ${show(type)}`); }
    }
  }
  for (const name of new Set(fields.flatMap(field => Object.keys(recordOf(limit[field]))))) { checkOrder(limit, name, at, broken); }
}

function isResource(type: unknown, name: string): boolean {
  if (type === 'Pod' || type === 'Container') { return isContainerResource(name); }
  return QUALIFIED_NAME.fits(name) && (name.includes('/') || name === 'storage' || name === 'requests.storage' || isContainerResource(name));
}

function checkOrder(limit: Record<string, any>, name: string, at: string, broken: Broken) {
  const amounts = BOUNDS
    .filter(field => limit.type !== 'Pod' || !field.startsWith('default'))
    .map(field => ({ field, text: recordOf(limit[field])[name], value: amountIn(recordOf(limit[field])[name]) }))
    .filter(({ value }) => value !== undefined);
  amounts.forEach(({ field, text, value }, index) => {
    const lower = amounts.slice(0, index).find(other => other.value! > value!);
    if (lower) { broken(limitOrder, `${at}/${field}${pointer(name)}`, `${field} of ${name}, ${show(text)}, is below ${lower.field}, ${show(lower.text)}`); }
  });
  const [request, limitAmount] = ['defaultRequest', 'default'].map(field => amounts.find(amount => amount.field === field));
  if (!mayOvercommit(name) && request && limitAmount && request.value !== limitAmount.value) {
    broken(limitOrder, `${at}/defaultRequest${pointer(name)}`, `${name} is handed out whole, so default and defaultRequest must be the same`, 'write the same amount in both');
  }
  checkRatio(limit, name, at, broken);
}

function checkRatio(limit: Record<string, any>, name: string, at: string, broken: Broken) {
  const ratio = amountIn(recordOf(limit.maxLimitRequestRatio)[name]);
  if (ratio === undefined) { return; }
  const path = `${at}/maxLimitRequestRatio${pointer(name)}`;
  if (ratio < ONE) { broken(limitOrder, path, `a limit is never below its request, but the ratio of ${name} is below 1`, 'write a ratio from 1 up'); }
  const [min, max] = ['min', 'max'].map(field => amountIn(recordOf(limit[field])[name]));
  // Divided by less than nothing, the other side is the larger one.
  if (min !== undefined && max !== undefined && (min > 0n ? ratio * min > max * ONE : ratio * min < max * ONE && min < 0n)) {
    broken(limitOrder, path, `the ratio of ${name} is above max/min`, 'write a ratio up to max/min');
  }
}

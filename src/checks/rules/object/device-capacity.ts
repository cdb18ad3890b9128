import { example } from './examples';
import { Broken, Rule, isGiven } from './rule';
import { isRecord, listOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';

const slice = (device: string) => example('ResourceSlice', 'resource.k8s.io/v1',
  `spec: {driver: gpu.example.com, nodeName: node-1, pool: {name: a, resourceSliceCount: 1}, devices: [{name: a, ${device}}]}`);

export const requestPolicy: Rule = {
  id: 'device-request-policy',
  why: 'only a device that is shared says how much of it can be asked for: one of some amounts, or amounts in steps, and how much it is where nobody asks',
  severity: 'error',
  since: '1.36',
  fix: 'write allowMultipleAllocations: true, default, and validValues or validRange; nothing above the capacity',
  bad: slice('capacity: {memory: {value: 8Gi, requestPolicy: {default: 1Gi}}}'),
  good: slice('allowMultipleAllocations: true, capacity: {memory: {value: 8Gi, requestPolicy: {default: 1Gi, validValues: [1Gi, 2Gi]}}}'),
};

const MAX_VALUES = 10;
const WHOLE = 1_000_000_000n;

/** How much of a shared device can be asked for. */
export function checkRequestPolicy({ value, requestPolicy: policy }: Record<string, any>, isShared: boolean, at: string, broken: Broken) {
  if (!isRecord(policy)) { return; }
  const path = `${at}/requestPolicy`;
  if (!isShared) {
    broken(requestPolicy, path, 'the device is not shared', 'remove requestPolicy, or write allowMultipleAllocations: true');
    return;
  }
  const values = listOf(policy.validValues);
  const range = policy.validRange;
  if (values.length > 0 && isGiven(range)) {
    broken(requestPolicy, path, 'there are both validValues and validRange', 'leave one of them');
  } else if ((values.length > 0 || isGiven(range)) && !isGiven(policy.default)) {
    broken(requestPolicy, `${path}/default`, 'it does not say how much it is where nobody asks', 'add default');
  } else if (values.length > 0) {
    checkValues(values, policy.default, value, `${path}/validValues`, broken);
  } else if (isRecord(range)) {
    checkRange(range, policy.default, value, `${path}/validRange`, broken);
  }
}

function checkValues(values: readonly unknown[], usual: unknown, most: unknown, at: string, broken: Broken) {
  if (values.length > MAX_VALUES) { broken(requestPolicy, at, `there are ${values.length} values, and ${MAX_VALUES} are allowed`, 'leave some out'); }
  const amounts = values.map(amount => parseQuantity(amount) ?? 0n);
  const capacity = parseQuantity(most) ?? 0n;
  amounts.forEach((amount, index) => {
    if (index > 0 && amount <= amounts[index - 1]) { broken(requestPolicy, `${at}/${index}`, `${show(values[index])} is not above the value before it`, 'sort the values, and write each once'); }
    if (amount > capacity) { broken(requestPolicy, `${at}/${index}`, `${show(values[index])} is more than there is, ${show(most)}`); }
  });
  if (!amounts.includes(parseQuantity(usual) ?? 0n)) { broken(requestPolicy, at, `the default, ${show(usual)}, is none of them`, 'add it'); }
}

function checkRange({ min, max, step }: Record<string, any>, usual: unknown, most: unknown, at: string, broken: Broken) {
  if (!isGiven(min)) { return; }
  const tooMuch = (field: string, message: string) => broken(requestPolicy, `${at}/${field}`, message);
  const [least, highest, capacity, amount, each] = [min, max, most, usual, step].map(quantity => parseQuantity(quantity) ?? 0n);
  if (least > capacity) { tooMuch('min', `min, ${show(min)}, is more than there is, ${show(most)}`); }
  if (amount < least) { tooMuch('min', `the default, ${show(usual)}, is below min, ${show(min)}`); }
  if (isGiven(max)) {
    if (least > highest) { tooMuch('max', `max, ${show(max)}, is below min, ${show(min)}`); }
    if (highest > capacity) { tooMuch('max', `max, ${show(max)}, is more than there is, ${show(most)}`); }
    if (amount > highest) { tooMuch('max', `the default, ${show(usual)}, is above max, ${show(max)}`); }
  }
  if (!isGiven(step)) { return; }
  if (least + each > capacity) { tooMuch('step', `one step from min is more than there is, ${show(most)}`); }
  for (const reached of isGiven(max) ? [amount, highest] : [amount]) {
    if (each >= WHOLE && (wholeOf(reached) - wholeOf(least)) % wholeOf(each) !== 0n) { tooMuch('step', `steps of ${show(step)} from min do not lead to the default and to max`); }
  }
}

/** As the server counts: in whole units, rounded up. */
function wholeOf(nano: bigint): bigint {
  return (nano + WHOLE - 1n) / WHOLE;
}

import { example } from './examples';
import { Broken, Rule, isGiven } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
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
const MILLI = 1_000_000n;
const MAX_INT64 = 2n ** 63n - 1n;

/** How much of a shared device can be asked for. */
export function checkRequestPolicy(
  { value, requestPolicy: policy }: Record<string, any>, isShared: boolean, at: string, broken: Broken, model: ApiModel,
) {
  if (!isRecord(policy)) { return; }
  const path = `${at}/requestPolicy`;
  if (!isShared) {
    broken(requestPolicy, path, 'the device is not shared', 'remove requestPolicy, or write allowMultipleAllocations: true');
    return;
  }
  const values = listOf(policy.validValues);
  const range = policy.validRange;
  const takesFractions = !model.isOff('DRAFractionalCapacityRange');
  if (values.length > 0 && isGiven(range)) {
    broken(requestPolicy, path, 'there are both validValues and validRange', 'leave one of them');
  } else if ((values.length > 0 || isGiven(range)) && !isGiven(policy.default)) {
    broken(requestPolicy, `${path}/default`, 'it does not say how much it is where nobody asks', 'add default');
  } else if (values.length > 0) {
    checkValues({ values, usual: policy.default, most: value, takesFractions }, `${path}/validValues`, broken);
  } else if (isRecord(range)) {
    checkRange(range, policy.default, value, `${path}/validRange`, broken);
    checkSteps({ ...range, default: policy.default }, value, { takesFractions, isBounded: model.isSince(STEPS_BOUNDED) }, `${path}/validRange`, broken);
  }
}

interface Choice {
  readonly values: readonly unknown[];
  readonly usual: unknown;
  readonly most: unknown;
  readonly takesFractions: boolean;
}

function checkValues({ values, usual, most, takesFractions }: Choice, at: string, broken: Broken) {
  if (values.length > MAX_VALUES) { broken(requestPolicy, at, `there are ${values.length} values, and ${MAX_VALUES} are allowed`, 'leave some out'); }
  const amounts = values.map(amount => parseQuantity(amount) ?? 0n);
  const capacity = parseQuantity(most) ?? 0n;
  amounts.forEach((amount, index) => {
    if (index > 0 && amount <= amounts[index - 1]) {
      broken(requestPolicy, `${at}/${index}`, `${show(values[index])} is not above the value before it`, 'sort the values, and write each once');
    } else if (index > 0 && !takesFractions && wholeOf(amount) === wholeOf(amounts[index - 1])) {
      broken(requestPolicy, `${at}/${index}`, `${show(values[index])}, in whole units, is the value before it`, 'write values that differ in whole units');
    }
    if (amount > capacity) { broken(requestPolicy, `${at}/${index}`, `${show(values[index])} is more than there is, ${show(most)}`); }
  });
  if (!amounts.includes(parseQuantity(usual) ?? 0n)) { broken(requestPolicy, at, `the default, ${show(usual)}, is none of them`, 'add it'); }
}

function checkRange({ min, max }: Record<string, any>, usual: unknown, most: unknown, at: string, broken: Broken) {
  if (!isGiven(min)) { return; }
  const tooMuch = (field: string, message: string) => broken(requestPolicy, `${at}/${field}`, message);
  const [least, highest, capacity, amount] = [min, max, most, usual].map(quantity => parseQuantity(quantity) ?? 0n);
  if (least > capacity) { tooMuch('min', `min, ${show(min)}, is more than there is, ${show(most)}`); }
  if (amount < least) { tooMuch('min', `the default, ${show(usual)}, is below min, ${show(min)}`); }
  if (!isGiven(max)) { return; }
  if (least > highest) { tooMuch('max', `max, ${show(max)}, is below min, ${show(min)}`); }
  if (highest > capacity) { tooMuch('max', `max, ${show(max)}, is more than there is, ${show(most)}`); }
  if (amount > highest) { tooMuch('max', `the default, ${show(usual)}, is above max, ${show(max)}`); }
}

const AMOUNTS = ['default', 'min', 'max', 'step'];
/** Since then the server wants steps that go up, and amounts that it can count. */
const STEPS_BOUNDED = '1.37';

interface Counting {
  readonly takesFractions: boolean;
  readonly isBounded: boolean;
}

/** Whether steps from min lead to the default and to max; the server counts in thousandths if one of them is a fraction, and it takes fractions. */
function checkSteps(range: Record<string, any>, most: unknown, { takesFractions, isBounded }: Counting, at: string, broken: Broken) {
  if (!isGiven(range.min)) { return; }
  const given = AMOUNTS.filter(field => isGiven(range[field]));
  const amountOf = (field: string) => parseQuantity(range[field]) ?? 0n;
  const inMilli = takesFractions && given.some(field => amountOf(field) % WHOLE !== 0n);
  const unmilli = inMilli ? given.filter(field => amountOf(field) % MILLI !== 0n || isAboveInt64(amountOf(field) / MILLI)) : [];
  for (const field of unmilli) { broken(requestPolicy, placeOf(field, at), `${show(range[field])} is no number of thousandths that the server can count`, 'write an amount such as 500m'); }
  if (unmilli.length > 0 || !isGiven(range.step)) { return; }
  const step = amountOf('step');
  if (isBounded ? step <= 0n : step === 0n) {
    broken(requestPolicy, `${at}/step`, `step is ${show(range.step)}`, 'write a step above 0');
    return;
  }
  if (amountOf('min') + step > (parseQuantity(most) ?? 0n)) { broken(requestPolicy, `${at}/step`, `one step from min is more than there is, ${show(most)}`); }
  const outside = isBounded && !inMilli ? given.filter(field => amountOf(field) < 0n || isAboveInt64(amountOf(field) / WHOLE)) : [];
  for (const field of outside) { broken(requestPolicy, placeOf(field, at), `${show(range[field])} cannot be counted in steps`, `write an amount from 0 to ${MAX_INT64}`); }
  if (outside.length > 0) { return; }
  const unitsOf = (field: string) => inMilli ? amountOf(field) / MILLI : wholeOf(amountOf(field));
  for (const reached of given.filter(field => field === 'default' || field === 'max')) {
    if ((unitsOf(reached) - unitsOf('min')) % unitsOf('step') !== 0n) { broken(requestPolicy, `${at}/step`, `steps of ${show(range.step)} from min do not lead to ${reached}`); }
  }
}

function placeOf(field: string, at: string): string {
  return field === 'default' ? `${at.slice(0, at.lastIndexOf('/'))}/default` : `${at}/${field}`;
}

function isAboveInt64(amount: bigint): boolean {
  return (amount < 0n ? -amount : amount) > MAX_INT64;
}

/** As the server counts: in whole units, rounded away from nothing. */
function wholeOf(nano: bigint): bigint {
  return nano < 0n ? -wholeOf(-nano) : (nano + WHOLE - 1n) / WHOLE;
}

import { example } from './examples';
import { Broken, Rule, isBelow, isGiven, rulesFor } from './rule';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

function levelExample(limited: string): string {
  return example('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1', `spec: {type: Limited, limited: {${limited}}}`);
}

export const priorityLevel: Rule = {
  id: 'priority-level',
  why: 'a priority level limits the requests that the API server works on at once; what exceeds them is queued or rejected',
  fix: 'write type: Limited with limited.limitResponse: {type: Reject}, or {type: Queue, queuing: {}}',
  bad: levelExample('limitResponse: {type: Queue}'),
  good: levelExample('limitResponse: {type: Queue, queuing: {}}'),
};

export const exemptLevel: Rule = {
  id: 'exempt-priority-level',
  why: 'the share of the API server that an exempt level lends to others says nothing of a limited one, and the other way round',
  severity: 'error',
  since: '1.28',
  fix: 'remove exempt; in the level exempt write shares from 0 up, and a lendablePercent from 0 to 100',
  bad: example('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1', 'spec: {type: Limited, limited: {limitResponse: {type: Reject}}, exempt: {}}'),
  good: levelExample('limitResponse: {type: Reject}'),
};

const OLD_ZERO = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

/** It was for a version of the API that could not say 0. */
const NO_OLD_ZERO: Rule = { ...priorityLevel, since: '1.29' };

export const priorityLevelRules: ObjectCheck = rulesFor(['flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration'], [priorityLevel, exemptLevel], (level, broken) => {
  const { type, limited, exempt } = recordOf(level.spec);
  if (type === 'Limited' && isGiven(exempt)) { broken(exemptLevel, '/spec/exempt', 'a limited level is not exempt'); }
  if (type === 'Exempt') { checkExempt(recordOf(exempt), broken); }
  if (level.apiVersion === 'flowcontrol.apiserver.k8s.io/v1' && Object.hasOwn(recordOf(level.metadata?.annotations), OLD_ZERO)) {
    broken(NO_OLD_ZERO, `/metadata/annotations${pointer(OLD_ZERO)}`, 'this version can say 0 without an annotation', 'remove it');
  }
  if ((level.metadata?.name === 'exempt') !== (type === 'Exempt')) {
    broken(priorityLevel, '/spec/type', `the type is ${show(type ?? '')}, and only the level 'exempt' is Exempt`, 'write type: Limited');
  }
  if (type === 'Exempt') {
    if (isGiven(limited)) { broken(priorityLevel, '/spec/limited', 'an exempt level is not limited', 'remove limited'); }
  } else if (type !== 'Limited') {
    broken(priorityLevel, '/spec/type', `there is no type ${show(type ?? '')}`, 'write type: Limited');
  } else if (isRecord(limited)) {
    checkLimited(limited, '/spec/limited', broken);
  } else if (!isGiven(limited)) {
    broken(priorityLevel, '/spec/limited', 'a limited level does not say what its limits are');
  }
});

function checkExempt({ nominalConcurrencyShares: shares, lendablePercent: percent }: Record<string, any>, broken: Broken) {
  if (isBelow(shares, 0)) { broken(exemptLevel, '/spec/exempt/nominalConcurrencyShares', `nominalConcurrencyShares is ${shares}`); }
  if (isBelow(percent, 0) || typeof percent === 'number' && percent > 100) { broken(exemptLevel, '/spec/exempt/lendablePercent', `lendablePercent is ${percent}`); }
}

function checkLimited(limited: Record<string, any>, at: string, broken: Broken) {
  for (const field of ['nominalConcurrencyShares', 'assuredConcurrencyShares', 'borrowingLimitPercent']) {
    if (isBelow(limited[field], 0)) { broken(priorityLevel, `${at}/${field}`, `${field} is ${limited[field]}, less than nothing`, 'write a number from 0 up'); }
  }
  const { lendablePercent } = limited;
  if (isBelow(lendablePercent, 0) || typeof lendablePercent === 'number' && lendablePercent > 100) { broken(priorityLevel, `${at}/lendablePercent`, `lendablePercent is ${lendablePercent}`, 'write a number from 0 to 100'); }
  const { type, queuing } = recordOf(limited.limitResponse);
  if (type === 'Reject' && isGiven(queuing)) { broken(priorityLevel, `${at}/limitResponse/queuing`, 'what is rejected is not queued', 'remove queuing'); }
  if (type === 'Queue' && !isGiven(queuing)) { broken(priorityLevel, `${at}/limitResponse/queuing`, 'the type is Queue, but queuing is missing', 'add queuing: {}'); }
  if (type !== 'Reject' && type !== 'Queue') {
    broken(priorityLevel, `${at}/limitResponse/type`, `${show(type ?? '')} is no response`, 'write Queue or Reject');
  }
  if (type === 'Queue' && isRecord(queuing)) { checkQueues(queuing, `${at}/limitResponse/queuing`, broken); }
}

const MAX_QUEUES = 10_000_000;

/** A hand is dealt by the bits of a hash, and there are 60 of them. */
const HASH_BITS = 60;

/** 0 means the default: 64 queues, hands of 8. */
function checkQueues({ queues, handSize, queueLengthLimit }: Record<string, any>, at: string, broken: Broken) {
  const deck = queues || 64;
  const hand = handSize || 8;
  if (typeof deck !== 'number' || typeof hand !== 'number') { return; }
  if (isBelow(queueLengthLimit, 0)) { broken(priorityLevel, `${at}/queueLengthLimit`, `queueLengthLimit is ${queueLengthLimit}`, 'write a number above 0'); }
  if (deck < 0 || deck > MAX_QUEUES) { broken(priorityLevel, `${at}/queues`, `there are ${deck} queues`, `write a number from 1 to ${MAX_QUEUES}`); }
  if (hand < 0 || hand > deck || Math.ceil(Math.log2(deck) * hand) > HASH_BITS) {
    broken(priorityLevel, `${at}/handSize`, `a hand of ${hand} cannot be dealt from ${deck} queues`, 'write a smaller handSize');
  }
}

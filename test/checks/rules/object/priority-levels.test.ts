import { testRules, of } from './rule-cases';

const level = (spec: string) => of('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1beta3', `spec: {${spec}}`);
const queue = (queuing: string) => level(`type: Limited, limited: {limitResponse: {type: Queue, queuing: {${queuing}}}}`);
const LIMITED = 'priority-level /spec/limited';
const QUEUING = `${LIMITED}/limitResponse/queuing`;

describe('priority levels', () => {
  testRules([
    ['rejecting', level('type: Limited, limited: {nominalConcurrencyShares: 10, lendablePercent: 100, limitResponse: {type: Reject}}')],
    ['exempt by another name', level('type: Exempt, limited: {}'), 'priority-level /spec/type', LIMITED],
    ['a type that is none', level('type: Free'), 'priority-level /spec/type'],
    ['limits of nothing', level('type: Limited'), LIMITED],
    ['less than nothing', level('type: Limited, limited: {nominalConcurrencyShares: -1, lendablePercent: 101, limitResponse: {type: Reject}}'),
      `${LIMITED}/nominalConcurrencyShares`, `${LIMITED}/lendablePercent`],
    ['rejecting with queues', level('type: Limited, limited: {limitResponse: {type: Reject, queuing: {}}}'), QUEUING],
    ['no response', level('type: Limited, limited: {}'), `${LIMITED}/limitResponse/type`],
    ['default queues', queue('')],
    ['a hand that is too large', queue('queues: 4, handSize: 5'), `${QUEUING}/handSize`],
    ['a hand that takes too many bits', queue('queues: 512, handSize: 7'), `${QUEUING}/handSize`],
    ['too many queues', queue('queues: 10000001, handSize: 1, queueLengthLimit: -1'), `${QUEUING}/queueLengthLimit`, `${QUEUING}/queues`],
  ]);
});

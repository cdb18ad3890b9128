import { Spread } from '../../../src/constructs/options/spread';

const LABELS = { app: 'redis' };

test('preferred spreads over zones and nodes, and never keeps a pod from starting', () => {
  expect(Spread.preferred().toConstraints(LABELS)).toEqual([
    { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: LABELS } },
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: LABELS } },
  ]);
});

test('required keeps two pods off one node', () => {
  expect(Spread.required().toConstraints(LABELS)[1]).toMatchObject({ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' });
});

test('none says nothing', () => {
  expect(Spread.none().toConstraints(LABELS)).toEqual([]);
});

import { Spread } from '../../../src/constructs/options/spread';

const LABELS = { app: 'redis' };
const labelSelector = { matchLabels: LABELS };

test('preferred spreads over nodes and zones, and never keeps a pod from starting', () => {
  expect(Spread.preferred().toFields(LABELS)).toEqual({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector }],
    preferredAntiAffinity: [{ weight: 100, podAffinityTerm: { topologyKey: 'topology.kubernetes.io/zone', labelSelector } }],
  });
});

test('required keeps two pods off one node', () => {
  const { topologySpreadConstraints, preferredAntiAffinity } = Spread.required().toFields(LABELS);

  expect(topologySpreadConstraints).toMatchObject([{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }]);
  expect(preferredAntiAffinity).toEqual(Spread.preferred().toFields(LABELS).preferredAntiAffinity);
});

test('none says nothing', () => {
  expect(Spread.none().toFields(LABELS)).toEqual({});
});

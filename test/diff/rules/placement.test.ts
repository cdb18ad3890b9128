import { claimTemplate, found, podTemplate, statefulSet } from '../support';

const ZONE = 'topology.kubernetes.io/zone';
const set = (nodeSelector: Record<string, string>, spec = {}) => statefulSet({ template: podTemplate({}, { nodeSelector }), ...spec });
const paths = (before: ReturnType<typeof set>, after: ReturnType<typeof set>) => found('pods-leave-their-volumes', [before], [after]).map(({ path }) => path);

test('pods that are sent to another zone leave their volumes', () => {
  expect(paths(set({ [ZONE]: 'a' }), set({ [ZONE]: 'b' }))).toEqual(['/spec/template/spec/nodeSelector/topology.kubernetes.io~1zone']);
});

test.each([
  ['any zone', set({ [ZONE]: 'a' }), set({})],
  ['another label', set({ pool: 'a' }), set({ pool: 'b' })],
  ['volumes for all nodes', ...[{ [ZONE]: 'a' }, { [ZONE]: 'b' }].map(selector => set(selector, { volumeClaimTemplates: [claimTemplate('data', { accessModes: ['ReadWriteMany'] })] })) as [any, any]],
  ['no pods', set({ [ZONE]: 'a' }, { replicas: 0 }), set({ [ZONE]: 'b' }, { replicas: 0 })],
])('%s is no danger', (_, before, after) => {
  expect(paths(before, after)).toEqual([]);
});

import { found, object, podTemplate, statefulSet } from '../support';

const mount = (fields: object = {}) => ({ volumeMounts: [{ name: 'data', mountPath: '/data', ...fields }] });
const set = (container: object, spec: object = {}) => statefulSet({ template: podTemplate(container, spec) });
const deployment = (claim: object, container: object = {}) => object('apps/v1', 'Deployment', {
  spec: { template: podTemplate(container, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'files', ...claim } }] }) },
}, 'api');
const READ_ONLY = { readOnly: true };

describe('data-becomes-read-only: a claim that becomes read-only', () => {
  test('by its mount', () => {
    expect(found('data-becomes-read-only', [set(mount())], [set(mount(READ_ONLY))])).toMatchObject([{
      id: 'data-becomes-read-only:data/db/data',
      severity: 'error',
      path: '/spec/template/spec/containers/0/volumeMounts/0/readOnly',
      message: "claim template 'data' becomes read-only for all containers of the pod: what writes there fails (Read-only file system)",
    }]);
  });

  test('by its source', () => {
    expect(found('data-becomes-read-only', [deployment({})], [deployment(READ_ONLY)])).toMatchObject([{
      path: '/spec/template/spec/volumes/0/persistentVolumeClaim/readOnly', before: false, after: true,
    }]);
  });

  test.each([
    ['it was so before', set(mount(READ_ONLY)), set(mount({ ...READ_ONLY, mountPath: '/files' }))],
    ['it becomes writable', set(mount(READ_ONLY)), set(mount())],
    ['it is not mounted any more', set(mount()), set({ volumeMounts: [] })],
    ['another container still writes', set(mount()), set(mount(READ_ONLY), { initContainers: [{ name: 'fill', image: 'a:1', ...mount() }] })],
    ['a web server reads its pages', deployment({}, { image: 'nginx:1.27.0' }), deployment(READ_ONLY, { image: 'nginx:1.27.0' })],
  ])('is no danger if %s', (_, before, after) => {
    expect(found('data-becomes-read-only', [before], [after])).toEqual([]);
  });
});

import { droppedFields } from '../../../scripts/conformance/dropped';

const pod = (spec: object, more: object = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec, ...more });

test.each<[string, object, object, string[]]>([
  ['a field that is not stored', { hostUsers: true, nodeName: 'a' }, { nodeName: 'a' }, ['/spec/hostUsers']],
  ['a field of an item', { containers: [{ name: 'a', restartPolicy: 'Never' }] }, { containers: [{ name: 'a' }] }, ['/spec/containers/0/restartPolicy']],
  ['nothing that says nothing', { hostNetwork: false, hostname: '', securityContext: {}, volumes: [{ name: '' }] }, {}, []],
  ['a field of an item that is found by its name', { volumes: [{ name: 'a', image: { reference: 'b' } }] }, { volumes: [{ name: 'token' }, { name: 'a' }] }, ['/spec/volumes/0/image']],
  ['an item with a name', { volumes: [{ name: 'a', image: { reference: 'b' } }] }, { volumes: [{ name: 'token' }] }, ['/spec/volumes/0']],
  ['nothing of lists that were merged', { tolerations: [{ key: 'a' }, { key: 'b' }] }, { tolerations: [{ key: 'a' }] }, []],
  ['no value that is written otherwise', { containers: [{ resources: { limits: { cpu: '1000m' } } }] }, { containers: [{ resources: { limits: { cpu: '1' } } }] }, []],
])('tells %s', (_, written, stored, expected) => {
  const dropped = droppedFields(pod(written), pod(stored));

  expect(dropped).toEqual(expected);
});

test('a status is no loss: nobody makes an object with one', () => {
  const dropped = droppedFields(pod({}, { status: { phase: 'Running' } }), pod({}));

  expect(dropped).toEqual([]);
});

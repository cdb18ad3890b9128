import { container, of, warns, workload } from '../object/rule-cases';

const memory = (amount: string) => container(`resources: {limits: {memory: ${amount}}}`);
const AT = 'fractional-bytes /spec/containers/0/resources/limits/memory';

warns([
  ['whole bytes', memory('128Mi')],
  ['thousandths that are whole', memory('2000m')],
  ['thousandths', memory('2500m'), AT],
  ['a part of a kilobyte that is whole', memory('1.5k')],
  ['cpu', container('resources: {limits: {cpu: 100m}}')],
  ['a claim', of('PersistentVolumeClaim', 'v1', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10m}}}'), 'fractional-bytes /spec/resources/requests/storage'],
  ['a claim of a set', workload('StatefulSet', 'volumeClaimTemplates: [{metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 500m}}}}]'),
    'fractional-bytes /spec/volumeClaimTemplates/0/spec/resources/requests/storage'],
]);

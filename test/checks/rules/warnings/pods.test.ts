import { pod, warns } from '../object/rule-cases';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const term = (fields: string) => pod(`affinity: {podAntiAffinity: {${REQUIRED}: [{topologyKey: zone, ${fields}}]}}`);

warns([
  ['all Pods', term('labelSelector: {}')],
  ['no Pods', term('namespaces: [a]'), `null-label-selector /spec/affinity/podAntiAffinity/${REQUIRED}/0/labelSelector`],
  ['two addresses', pod('hostAliases: [{ip: 10.0.0.1, hostnames: [a]}, {ip: 10.0.0.2, hostnames: [b]}]')],
  ['a Secret without a name', pod('imagePullSecrets: [{}]'), 'image-pull-secret-name /spec/imagePullSecrets/0/name'],
  ['no grace', pod('terminationGracePeriodSeconds: 0')],
]);

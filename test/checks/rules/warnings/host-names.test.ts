import { object, of, warns } from '../object/rule-cases';

const named = (kind: string, apiVersion: string, name: string) => ({ ...of(kind, apiVersion, 'spec: {}'), metadata: { name } });

warns([
  ['a name with a dot', named('Pod', 'v1', 'web.shop'), 'pod-host-name /metadata/name'],
  ['a name without one', named('Pod', 'v1', 'web-shop')],
  ['the beginning of a name', object('{apiVersion: batch/v1, kind: Job, metadata: {generateName: web.}, spec: {}}'), 'pod-host-name /metadata/generateName'],
  ['what makes no Pods', named('ConfigMap', 'v1', 'web.shop')],
]);

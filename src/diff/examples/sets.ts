import { ChangeExample, edited } from './example';
import { DATA, DB_WITH_DATA, objectYaml, setYaml, together, workloadYaml } from '../../checks/rules/system/examples';

/** A StatefulSet `db` with data. */
function setOf(...lines: string[]): string {
  return workloadYaml('StatefulSet', 'db', [DB_WITH_DATA], ...lines, DATA);
}

const WITH_SERVICE = setYaml('db', [DB_WITH_DATA], 'replicas: 3', DATA);

/** As `kubectl get -o yaml` prints a claim that the controller made. */
const LEFT_CLAIM = objectYaml('v1', 'PersistentVolumeClaim', 'data-db-2',
  'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, volumeName: pvc-1}', 'status: {phase: Bound}')
  .replace('{name: data-db-2}', '{name: data-db-2, labels: {app: db}, uid: 6f2e}');

export const OF_SETS: Readonly<Record<string, ChangeExample>> = {
  'set-renamed': edited(setOf('replicas: 3'), [['name: db}', 'name: store}']], [['name: db}', 'name: db, labels: {title: store}}']]),
  'set-removed': { before: WITH_SERVICE, after: WITH_SERVICE.split('---\n')[1], instead: WITH_SERVICE.replace('replicas: 3', 'replicas: 0') },
  'scale-in-deletes-claims': edited(setOf('replicas: 3', 'persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}'),
    [['replicas: 3', 'replicas: 2']], [['whenScaled: Delete', 'whenScaled: Retain']]),
  'scale-in-leaves-claims': edited(setOf('replicas: 3'), [['replicas: 3', 'replicas: 2']]),
  'retention-becomes-delete': edited(setOf('persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}'),
    [['whenDeleted: Retain', 'whenDeleted: Delete']]),
  'first-ordinal-moved': edited(setOf('replicas: 3', 'ordinals: {start: 0}'), [['start: 0', 'start: 1']], [['replicas: 3', 'replicas: 4']]),
  'partition-left': edited(setOf('replicas: 3', 'updateStrategy: {rollingUpdate: {partition: 2}}'),
    [['image: redis:7.4.1', 'image: redis:7.4.1, env: [{name: TZ, value: UTC}]']],
    [['image: redis:7.4.1', 'image: redis:7.4.1, env: [{name: TZ, value: UTC}]'], ['partition: 2', 'partition: 0']]),
  'scale-out-reuses-claims': { before: together(setOf('replicas: 2'), LEFT_CLAIM), after: setOf('replicas: 3') },
  'claim-template-immutable': edited(setOf(), [['metadata: {name: data}', 'metadata: {name: data, labels: {tier: data}}']],
    [['labels: {app: db}', 'labels: {app: db, tier: data}']]),
  'claim-templates-replaced': edited(
    setOf(),
    [['metadata: {name: data}', 'metadata: {name: store}'], ['{name: data, mount', '{name: store, mount']],
    undefined,
    { also: ['claim-template-immutable'] },
  ),
  'claim-template-storage-changed': edited(setOf(), [['storage: 1Gi', 'storage: 2Gi']]),
  'statefulset-immutable': {
    before: WITH_SERVICE,
    after: WITH_SERVICE.replace('serviceName: db', 'serviceName: db-headless')
      .replace('kind: Service\nmetadata: {name: db}', 'kind: Service\nmetadata: {name: db-headless}'),
    // A second Service gives the pods a second name.
    instead: together(WITH_SERVICE, WITH_SERVICE.split('---\n')[1].replace('{name: db}', '{name: db-headless}')),
  },
  'statefulset-history-limit': edited(
    setOf('revisionHistoryLimit: 10'),
    [['revisionHistoryLimit: 10', 'revisionHistoryLimit: 3']],
    undefined,
    { version: '1.32' },
  ),
};

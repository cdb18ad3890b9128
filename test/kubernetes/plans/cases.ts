import { DELETING, FAST, FAST_AGAIN, Manifests, SLOW, inClass, labelled, sized, storageClass } from './manifests';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, podTemplate } from '../../diff/support';

/** A change that a plan gets through. */
export interface PlanChange {
  readonly before: (manifests: Manifests) => Manifest[];
  readonly after: (manifests: Manifests) => Manifest[];
  /** A second namespace that the manifests use. @default false */
  readonly moves?: boolean;
  /** Objects of the cluster that no manifest has. */
  readonly besides?: (manifests: Manifests) => Manifest[];
}

/** What must be true of the storage then. */
export interface PlanCase extends PlanChange {
  readonly name: string;
  /** By the claim: the claim that had its storage before, or that it is new. */
  readonly storage: Readonly<Record<string, string>>;
  /** What becomes of the pods: the same ones, or others. @default 'others' */
  readonly pods?: 'same' | 'others';
  /** Claims that go with the last steps, which delete what is no longer needed. */
  readonly dropped?: readonly string[];
  /** Claims of which the way back leaves what nobody had before: a new one, or one on a new volume. */
  readonly leftover?: readonly string[];
  /** A Service that must always have a pod. */
  readonly served?: string;
}

export const NEW = 'new';
export const second = ({ namespace }: Manifests) => new Manifests(`${namespace}-new`);

const KEPT = { 'data-db-0': 'data-db-0', 'data-db-1': 'data-db-1' };
const FILES = { template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] };
const [OLD_LABELS, NEW_LABELS] = [{ app: 'db', tier: 'a' }, { app: 'db', tier: 'b' }];
const TAKEN_OVER = { labels: { 'app.kubernetes.io/managed-by': 'Helm' }, annotations: { 'meta.helm.sh/release-name': 'pg' } };

/** Simulated pods are ready at once: the next one goes only when the endpoints have had time to follow. */
const SETTLED = { minReadySeconds: 1 };

/** A set whose members know how many they are, and that says how they leave. */
const told = (manifests: Manifests, replicas: number, decommission: string) => manifests.set({
  replicas, podManagementPolicy: 'Parallel', template: podTemplate({ env: [{ name: 'REPLICAS', value: String(replicas) }] }),
}, 'db', { annotations: { 'cdk8s-stateful/decommission': decommission } });

const SETS: readonly PlanCase[] = [
  { name: 'larger claims', before: m => [m.set(), FAST], after: m => [m.set(sized('2Gi')), FAST], storage: KEPT, pods: 'same' },
  {
    name: 'larger claims of a class that does not allow it yet, and another image',
    before: m => [m.set(sized('1Gi', m.namespace)), storageClass(m.namespace, { allowVolumeExpansion: false })],
    after: m => [m.set({ ...sized('2Gi', m.namespace), template: podTemplate({ image: 'postgres:15.4' }) }), storageClass(m.namespace)],
    storage: KEPT,
  },
  { name: 'another class', before: m => [m.set(), FAST, SLOW], after: m => [m.set(inClass('slow')), FAST, SLOW], storage: { 'data-db-0': NEW, 'data-db-1': NEW } },
  {
    name: 'another class that is the same storage',
    before: m => [m.set(), FAST, FAST_AGAIN],
    after: m => [m.set(inClass('fast-again')), FAST, FAST_AGAIN],
    storage: KEPT,
    pods: 'same',
  },
  { name: 'a renamed set', before: m => [m.set(DELETING), FAST], after: m => [m.set(DELETING, 'pg'), FAST], storage: { 'data-pg-0': 'data-db-0', 'data-pg-1': 'data-db-1' } },
  {
    name: 'another namespace',
    moves: true,
    before: m => [m.set(DELETING), FAST],
    after: m => [second(m).set(DELETING), FAST, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: second(m).namespace } }],
    storage: KEPT,
  },
  {
    name: 'another selector, with a Service that picks the same pods',
    before: m => [m.set({ ...labelled(OLD_LABELS), ...SETTLED }), m.service({ tier: 'a' }), FAST],
    after: m => [m.set({ ...labelled(NEW_LABELS), ...SETTLED }), m.service({ tier: 'b' }), FAST],
    storage: KEPT,
    served: 'db',
  },
  { name: 'another Service', before: m => [m.set(), FAST], after: m => [m.set({ serviceName: 'x' }), FAST], storage: KEPT },
  {
    name: 'another Service, with pods that people replace',
    before: m => [m.set({ updateStrategy: { type: 'OnDelete' } }), FAST],
    after: m => [m.set({ serviceName: 'x', updateStrategy: { type: 'OnDelete' } }), FAST],
    storage: KEPT,
    pods: 'same',
  },
  { name: 'another podManagementPolicy', before: m => [m.set(), FAST], after: m => [m.set({ podManagementPolicy: 'Parallel' }), FAST], storage: KEPT, pods: 'same' },
  {
    name: 'labels of a claim template',
    before: m => [m.set({ volumeClaimTemplates: [{ ...claimTemplate(), metadata: { name: 'data', labels: { a: 'b' } } }] }), FAST],
    after: m => [m.set(), FAST],
    storage: KEPT,
    pods: 'same',
  },
  { name: 'a renamed claim template', before: m => [m.set(), FAST], after: m => [m.set(FILES), FAST], storage: { 'files-db-0': 'data-db-0', 'files-db-1': 'data-db-1' } },
  {
    name: 'an added claim template',
    before: m => [m.set({ replicas: 1 }), FAST],
    after: m => [m.set({ replicas: 1, volumeClaimTemplates: [claimTemplate(), claimTemplate('wal', { storageClassName: undefined })] }), FAST],
    storage: { 'data-db-0': 'data-db-0', 'wal-db-0': NEW },
    leftover: ['wal-db-0'],
  },
  {
    name: 'fewer replicas, whose members leave by themselves',
    before: m => [m.set({ replicas: 3, ...DELETING }, 'db', { annotations: { 'cdk8s-stateful/decommission': 'none' } }), FAST],
    after: m => [m.set({ replicas: 1, ...DELETING }, 'db', { annotations: { 'cdk8s-stateful/decommission': 'none' } }), FAST],
    storage: { ...KEPT, 'data-db-2': 'data-db-2' },
    pods: 'same',
    dropped: ['data-db-1', 'data-db-2'],
  },
  {
    name: 'fewer replicas, whose members leave by a command',
    before: m => [told(m, 3, 'leave'), FAST],
    after: m => [told(m, 2, 'leave'), FAST],
    storage: { ...KEPT, 'data-db-2': 'data-db-2' },
    leftover: ['data-db-2'],
    dropped: ['data-db-2'],
  },
  {
    name: 'a set that Helm made',
    before: m => [m.set({}, 'db', TAKEN_OVER), FAST],
    after: m => [m.set({ serviceName: 'x' }), FAST],
    storage: KEPT,
    besides: m => [{ ...m.object('v1', 'Secret', 'sh.helm.release.v1.pg.v1', {}), metadata: { name: 'sh.helm.release.v1.pg.v1', namespace: m.namespace, labels: { owner: 'helm', name: 'pg' } } }],
  },
];

const CLAIMS: readonly PlanCase[] = [
  {
    name: 'a renamed claim',
    before: m => [m.claim('files'), m.deployment('web', 'files'), m.cronJob('backup', 'files'), FAST],
    after: m => [m.claim('uploads'), m.deployment('web', 'uploads'), m.cronJob('backup', 'uploads'), FAST],
    storage: { uploads: 'files' },
  },
  {
    name: 'a renamed claim without a class',
    before: m => [m.claim('files', { storageClassName: undefined }), m.deployment('web', 'files'), FAST],
    after: m => [m.claim('uploads', { storageClassName: undefined }), m.deployment('web', 'uploads'), FAST],
    storage: { uploads: 'files' },
  },
  {
    name: 'a renamed claim of a Job that has ended',
    before: m => [m.claim('files'), m.deployment('web', 'files'), m.job('import', 'files'), FAST],
    after: m => [m.claim('uploads'), m.deployment('web', 'uploads'), m.job('import', 'uploads'), FAST],
    storage: { uploads: 'files' },
  },
  {
    name: 'claims that are used together by way of others',
    before: m => [m.claim('a'), m.claim('b'), m.claim('c'), m.deployment('web', 'a', 'b'), m.deployment('api', 'b', 'c'), FAST],
    after: m => [m.claim('d'), m.claim('e'), m.claim('f'), m.deployment('web', 'd', 'e'), m.deployment('api', 'e', 'f'), FAST],
    storage: { d: 'a', e: 'b', f: 'c' },
  },
  {
    name: 'a volume that a claim names',
    before: m => [m.volume('a', '/x'), m.named('files', 'a'), m.deployment('web', 'files')],
    after: m => [m.volume('b', '/x'), m.named('files', 'b'), m.deployment('web', 'files')],
    storage: { files: 'files' },
  },
  {
    name: 'a volume that is reserved for a claim of a set',
    before: m => [m.reserved('a', '/x', 'data-db-0'), m.set({ replicas: 1, ...inClass('') })],
    after: m => [m.reserved('b', '/x', 'data-db-0'), m.set({ replicas: 1, ...inClass('') })],
    storage: { 'data-db-0': 'data-db-0' },
  },
  {
    name: 'a claim and its volume',
    before: m => [m.volume('a', '/x'), m.named('files', 'a'), m.deployment('web', 'files')],
    after: m => [m.volume('b', '/x'), m.named('uploads', 'b'), m.deployment('web', 'uploads')],
    storage: { uploads: 'files' },
  },
];

export const CASES: readonly PlanCase[] = [...SETS, ...CLAIMS];

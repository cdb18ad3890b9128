import { objectYaml, together } from './examples';
import { Manifest, groupOf, isRecord, recordOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { pointer } from '../../../kubernetes/pointer';
import { CUSTOM_REFERENCES, CustomReference } from '../../../manifest/custom-references';
import { groupBy } from '../../../manifest/group-by';
import { isPlaced, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (kind: string) => together(
  objectYaml('external-secrets.io/v1', 'ClusterSecretStore', 'vault', 'spec: {provider: {}}'),
  objectYaml('external-secrets.io/v1', 'ExternalSecret', 'login', `spec: {secretStoreRef: {name: vault${kind}}, target: {name: login}}`));

export const referenceElsewhere: Check = {
  id: 'reference-elsewhere',
  why: 'External Secrets and Flux look for what an object names in its own namespace and under the kind that is written or usual. An object of another kind or in another namespace is not found, and nothing is made',
  severity: 'warning',
  run: function* (inventory) {
    const targets = once(() => groupBy(TARGET_KINDS.flatMap(kind => inventory.ofKind(kind)), ({ kind, metadata }) => `${kind}/${metadata?.name}`));
    for (const row of CUSTOM_REFERENCES) {
      for (const object of row.kinds.flatMap(kind => inventory.ofKind(kind)).filter(({ apiVersion }) => groupOf(apiVersion) === row.group)) {
        const problem = problemOf(object, row, (kind, name) => (targets().get(`${kind}/${name}`) ?? []).filter(one => groupOf(one.apiVersion) === row.targetGroup));
        if (problem) { yield problem; }
      }
    }
  },
  bad: example(''),
  good: example(', kind: ClusterSecretStore'),
};

const TARGET_KINDS = ['SecretStore', 'ClusterSecretStore', 'GitRepository', 'HelmRepository', 'OCIRepository', 'HelmChart', 'Bucket'];

type Named = (kind: string, name: string) => readonly Manifest[];

function problemOf(object: Manifest, row: CustomReference, named: Named): SystemProblem | undefined {
  const reference = row.field.reduce<unknown>((within, field) => recordOf(within)[field], object.spec);
  if (!isRecord(reference)) { return undefined; }
  const { kind = row.kind, name, namespace } = reference as Record<string, unknown>;
  if (typeof kind !== 'string' || typeof name !== 'string' || namespace !== undefined) { return undefined; }
  const same = named(kind, name);
  const isForAll = kind === row.clusterKind;
  if (isForAll ? same.length > 0 : same.some(one => !isPlaced(one) || namespaceOf(one) === namespaceOf(object))) { return undefined; }
  const path = pointer('spec', ...row.field);
  const other = isForAll ? row.kind : row.clusterKind;
  const [found] = other === undefined ? [] : named(other, name).filter(one => !isForAll || namespaceOf(one) === namespaceOf(object));
  if (found) {
    return { object, path, message: `${titleOf(object)} asks for ${kind} '${name}', and '${name}' is a ${other} here`, fix: `write kind: ${other}` };
  }
  if (same.length !== 1 || !isPlaced(object)) { return undefined; }
  const its = namespaceOf(same[0]);
  return {
    object,
    path,
    message: `${titleOf(object)} asks for ${kind} '${name}' in its own namespace '${namespaceOf(object)}', and it is in namespace '${its}'`,
    fix: row.mayNameNamespace ? `write namespace: ${its} beside its name` : `move it to namespace '${its}'${row.clusterKind ? `, or make it a ${row.clusterKind}` : ''}`,
  };
}

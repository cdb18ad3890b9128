import { parseAllDocuments } from 'yaml';
import { diff } from '../../src/diff/diff';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';
import { Change } from '../../src/reports/change';

/** The manifests of a YAML text. */
export function yaml(text: string): Manifest[] {
  return parseAllDocuments(text).map(document => document.toJS() as Manifest);
}

/** Fields that a test changes; the rest of the object is the same as before. */
type Fields = Record<string, any>;

/** A StatefulSet `data/db` with one claim template `data` and one container, with other spec fields where a test says so. */
export function statefulSet(spec: Fields = {}, { name = 'db', namespace = 'data' } = {}): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace },
    spec: {
      replicas: 3,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: podTemplate(),
      volumeClaimTemplates: [claimTemplate()],
      ...spec,
    },
  };
}

/** The pod of that set: container `db` with the volume `data` at `/data`. */
export function podTemplate(container: Fields = {}, spec: Fields = {}, labels: Fields = { app: 'db' }): Fields {
  return {
    metadata: { labels },
    spec: { containers: [{ name: 'db', image: 'postgres:15.3', volumeMounts: [{ name: 'data', mountPath: '/data' }], ...container }], ...spec },
  };
}

export function claimTemplate(name = 'data', spec: Fields = {}): Fields {
  return { metadata: { name }, spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } }, ...spec } };
}

/** An object of any kind in namespace `data`. */
export function object(apiVersion: string, kind: string, fields: Fields, name = 'it'): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: 'data' }, ...fields };
}

/** The changes of one rule. */
export function found(rule: string, before: Manifest[], after: Manifest[]): Change[] {
  return diff(before, after).changes.filter(({ id }) => id.startsWith(`${rule}:`));
}

/** What becomes of which claim, as `name: fate`. */
export function fates({ claims }: Change): string[] {
  return claims.map(({ name, fate }) => `${name}: ${fate}`);
}

/** The rules by which the update of one object is refused, and where; on a version of Kubernetes or the usual one. */
export function refusals(before: Manifest, after: Manifest, context: readonly Manifest[] = [], version?: string): [rule: string, path: string][] {
  return diff([...context, before], [...context, after], { model: ApiModel.of(version) }).changes
    .filter(({ effect }) => effect === 'refused')
    .map(({ id, path }) => [id.split(':')[0], path]);
}

import { Field } from '../../kubernetes/api/field';
import { onSince } from '../../kubernetes/api/gates';
import { ApiModel } from '../../kubernetes/api/model';
import { RESET_TO } from '../../kubernetes/api/struct-type';
import { Manifest, listOf, recordOf } from '../../kubernetes/manifest';
import { valueAt, without } from '../../kubernetes/pointer';
import { Finding } from '../../reports/finding';
import { onVersion } from '../../reports/on-versions';
import { RuleInfo } from '../../reports/rule';
import { Problem } from '../engine/check';

const web = (rollingUpdate: string) => [
  'apiVersion: apps/v1', 'kind: StatefulSet', 'metadata: {name: web}', 'spec:', '  serviceName: web',
  `  updateStrategy: {type: RollingUpdate, rollingUpdate: {${rollingUpdate}}}`, '  selector: {matchLabels: {app: web}}',
  '  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "httpd:2.4"}]}}', '',
].join('\n');

export const droppedField: RuleInfo = {
  id: 'dropped-field',
  why: 'the server drops fields of features that are not switched on, without an error or a warning: the object is not what the manifest says',
  severity: 'warning',
  bad: web('maxUnavailable: 2'),
  good: web('partition: 2'),
};

/** The object without the fields that the server drops: what it validates, and what controllers see. */
export function withoutDroppedFields(manifest: Manifest, findings: readonly Finding[], model: ApiModel): Manifest {
  return findings.filter(({ rule }) => rule === droppedField.id).reduce((kept, { path }) => withoutField(kept, path, model), manifest);
}

/** Whether the object is what the manifest says though the server drops the field: it writes the same. */
export function isKeptWhenDropped(field: string, value: unknown): boolean {
  return Object.hasOwn(RESET_TO, field) && RESET_TO[field] === value;
}

/**
 * What the server makes of these is a matter of rules: it resets the first to its default, drops what the second stands in,
 * refuses the third, of containers that are no sidecars, and keeps the fourth, of which it drops a copy.
 */
const LEFT_TO_RULES = /\/(procMount|dataSourceRef\/namespace|containers\/\d+\/restartPolicy|constraints\/\d+\/distinctAttribute)$/;
/** Fields with which the server drops the struct that they stand in, if nothing else is in it, and since when. Before, it refuses what is left. */
const LAST_OF_STRUCT: Readonly<Record<string, string>> = { sleep: '1.30' };

function withoutField(manifest: Manifest, path: string, model: ApiModel): Manifest {
  return LEFT_TO_RULES.test(path) || isKeptInCronJob(path, model) ? manifest : withoutStored(manifest, path, model);
}

/** Since then the server drops fields of the Job in a CronJob, as it does in a Job; before, it stores and checks them. */
const DROPPED_IN_CRON_JOBS = '1.37';
const OF_CRON_JOB = /^\/spec\/jobTemplate\/spec\/[^/]+$/;

/** Whether the server stores a field of a feature that is off: its Jobs do not have it. */
export function isKeptInCronJob(path: string, model: ApiModel): boolean {
  return OF_CRON_JOB.test(path) && !model.isSince(DROPPED_IN_CRON_JOBS);
}

/** With an image that is dropped goes the volume, and with it its mounts. */
const IMAGE_OF_VOLUME = /^(.*)\/volumes\/(\d+)\/image$/;

/** The object as it is stored where the server drops this field. */
export function withoutStored(manifest: Manifest, dropped: string, model: ApiModel): Manifest {
  const [, pod, volume] = IMAGE_OF_VOLUME.exec(dropped) ?? [];
  if (volume !== undefined) { return withoutVolume(manifest, pod, Number(volume)); }
  const path = dropped.replace(/\/dataSourceRef\/namespace$/, '/dataSourceRef');
  const kept = without(manifest, path);
  const [, struct, field] = /^(.*)\/([^/]*)$/s.exec(path) ?? [];
  const isLast = Object.hasOwn(LAST_OF_STRUCT, field) && model.isSince(LAST_OF_STRUCT[field]);
  return isLast && Object.keys(recordOf(valueAt(kept, struct))).length === 0 ? without(kept, struct) : kept;
}

function withoutVolume(manifest: Manifest, pod: string, index: number): Manifest {
  const { volumes, ...spec } = recordOf(valueAt(manifest, pod));
  const { name, image } = recordOf(listOf(volumes)[index]);
  // The path may be of another object of this name.
  if (image === undefined) { return manifest; }
  const mounts = ['containers', 'initContainers', 'ephemeralContainers'].flatMap(list => listOf(spec[list]).flatMap((container, at) =>
    listOf(recordOf(container).volumeMounts).flatMap((mount, i) => recordOf(mount).name === name ? `${pod}/${list}/${at}/volumeMounts/${i}` : [])));
  return [`${pod}/volumes/${index}`, ...mounts].reduce(without, manifest);
}

/** Fields with which the server drops more than what stands in them, or of which there may be one: an empty one counts, too. */
const DROPPED_WHEN_EMPTY: ReadonlySet<string> = new Set(['image', 'clusterTrustBundle', 'podCertificate']);

export function isDroppedWhenEmpty(field: string): boolean {
  return DROPPED_WHEN_EMPTY.has(field);
}

/** Whether the server drops the source of a claim as a whole, for it names another namespace: what it lacks is never asked for. */
export function isDroppedSource(trail: readonly (string | number)[], { namespace }: Record<string, unknown>, model: ApiModel): boolean {
  return trail.length === 2 && trail[0] === 'spec' && trail[1] === 'dataSourceRef' && typeof namespace === 'string' && namespace !== ''
    && model.isOff('CrossNamespaceVolumeDataSource');
}

/** What there is without a feature, by its gate. */
const INSTEAD: Readonly<Record<string, string>> = {
  MaxUnavailableStatefulSet: 'pods are updated one by one, or by partition',
  UserNamespacesSupport: 'pods share the users of the node; set runAsNonRoot',
  DynamicResourceAllocation: 'use resources.limits with the device of a device plugin',
  InPlacePodVerticalScaling: 'a change of resources re-creates the pod',
  CrossNamespaceVolumeDataSource: 'take the snapshot in the namespace of the claim',
};

/** What to say of a field whose feature is off. */
export function droppedProblem({ name, gate = '' }: Pick<Field, 'name' | 'gate'>, model: ApiModel): Omit<Problem, 'path'> {
  const gates = gate.split(/[,|]/);
  const since = onSince(gate);
  const works = since !== undefined && !model.isSince(since) ? `; it works since ${since}` : '';
  const instead = Object.hasOwn(INSTEAD, gate) ? `; without the feature ${INSTEAD[gate]}` : '';
  const which = `the feature gate${gates.length > 1 ? 's' : ''} ${gates.join(gate.includes('|') ? ' or ' : ' and ')} ${gates.length > 1 ? 'are' : 'is'} off there`;
  return {
    check: droppedField,
    message: `'${name}' has no effect ${onVersion(model)}: ${which}, so the server drops the field${works}`,
    fix: `remove it${instead}; or, if the cluster has the feature, declare featureGates: {${gates.map(one => `${one}: true`).join(', ')}}`,
  };
}

import { WEB, podYaml } from './examples';
import { classOfNewVolume, mountedClaim } from './mounted-claim';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { matchesSelector } from '../../../kubernetes/selector';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (value: string) => podYaml(WEB, 'nodeSelector: {disk: ssd}',
  `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In, values: [${value}]}]}]}}}`);

export const unsatisfiablePlacement: Check = {
  id: 'unsatisfiable-placement',
  why: 'the scheduler looks for a node that fits everything a pod asks for. Where two of its wishes exclude one another, no node ever does, and the pod stays Pending',
  run: function* (_, context) {
    for (const pods of context.references.pods.all) {
      yield* [contradiction(pods), crowded(pods), elsewhereThanVolume(pods, context)].filter(problem => problem !== undefined);
    }
  },
  bad: example('hdd'),
  good: example('ssd'),
};

/** Node labels that the pods ask for with one value alone. */
function nodeLabels({ template }: Pods): ReadonlyMap<string, string> {
  return new Map(Object.entries(recordOf(template.spec.nodeSelector)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function requiredTerms({ template }: Pods): readonly Record<string, any>[] {
  const { requiredDuringSchedulingIgnoredDuringExecution: required } = recordOf(recordOf(template.spec.affinity).nodeAffinity);
  return listOf(recordOf(required).nodeSelectorTerms).map(recordOf);
}

/** The node selector and the node affinity, of which no term leaves a node. */
function contradiction(pods: Pods): SystemProblem | undefined {
  const labels = nodeLabels(pods);
  const terms = requiredTerms(pods);
  const refused = terms.map(({ matchExpressions }) => listOf(matchExpressions).map(recordOf)
    .find(({ key, operator, values }) => labels.has(textOf(key)) && excludes(labels.get(textOf(key))!, operator, listOf(values))));
  const [first] = refused;
  if (!first || refused.some(one => one === undefined)) { return undefined; }
  const key = textOf(first.key);
  return {
    object: pods.workload,
    path: `${pods.template.path}/spec/affinity/nodeAffinity`,
    message: `The pods of ${titleOf(pods.workload)} want nodes with ${key}: ${labels.get(key)} by nodeSelector, and others by nodeAffinity: no node is both, and they stay Pending`,
    fix: 'leave out nodeSelector or nodeAffinity, or write the same value in both',
  };
}

function excludes(value: string, operator: unknown, values: readonly unknown[]): boolean {
  return operator === 'In' ? !values.includes(value) : operator === 'NotIn' ? values.includes(value) : operator === 'DoesNotExist';
}

/** Pods that keep apart from one another by a label of which all their nodes have the same value. */
function crowded(pods: Pods): SystemProblem | undefined {
  const { workload, template } = pods;
  const replicas = replicasOf(workload);
  if (!['Deployment', 'ReplicaSet', 'StatefulSet'].includes(workload.kind) || replicas < 2) { return undefined; }
  const labels = nodeLabels(pods);
  const { requiredDuringSchedulingIgnoredDuringExecution: terms } = recordOf(recordOf(template.spec.affinity).podAntiAffinity);
  const at = listOf(terms).map(recordOf).findIndex(({ topologyKey, labelSelector, ...rest }) =>
    labels.has(textOf(topologyKey)) && isRecord(labelSelector) && Object.keys(rest).length === 0
    && matchesSelector(labelSelector, recordOf(template.metadata.labels)));
  if (at < 0) { return undefined; }
  const key = textOf(recordOf(listOf(terms)[at]).topologyKey);
  return {
    object: workload,
    path: `${template.path}/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/${at}`,
    message: `The ${replicas} pods of ${titleOf(workload)} must not share a ${key}, and nodeSelector leaves them ${key}: ${labels.get(key)} alone: one of them runs, the others stay Pending`,
    fix: `leave ${key} out of nodeSelector, or write another topologyKey, or replicas: 1`,
  };
}

/** Pods for nodes where the class of their volume makes none. */
function elsewhereThanVolume(pods: Pods, context: CheckContext): SystemProblem | undefined {
  const labels = nodeLabels(pods);
  if (labels.size === 0) { return undefined; }
  const made = listOf(recordOf(pods.workload.spec).volumeClaimTemplates).map(claim => recordOf(recordOf(claim).metadata).name);
  for (const name of [...made, ...listOf(pods.template.spec.volumes).map(volume => recordOf(volume).name)]) {
    const claim = mountedClaim(name, pods, context);
    const storageClass = claim && classOfNewVolume(claim, context);
    const terms = listOf(storageClass?.allowedTopologies).map(term => listOf(recordOf(term).matchLabelExpressions).map(recordOf));
    const refused = terms.map(expressions => expressions
      .find(({ key, values }) => labels.has(textOf(key)) && !listOf(values).includes(labels.get(textOf(key)))));
    const [first] = refused;
    if (!first || refused.some(one => one === undefined)) { continue; }
    const key = textOf(first.key);
    return {
      object: pods.workload,
      path: `${pods.template.path}/spec/nodeSelector`,
      message: `The pods of ${titleOf(pods.workload)} want nodes with ${key}: ${labels.get(key)}, and StorageClass '${textOf(storageClass?.metadata?.name)}' makes their volumes for ${listOf(first.values).map(textOf).join(', ')} alone: they stay Pending`,
      fix: `write a value of allowedTopologies in nodeSelector, or add ${labels.get(key)} to allowedTopologies`,
    };
  }
  return undefined;
}

import { setYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { ordinalsOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, SystemProblem } from '../../engine/check';

const example = (names: string) => setYaml('search', [
  'containers:', '- name: search', '  image: registry.example.com/elasticsearch:8.16.1', '  env:', '  - {name: node.name, valueFrom: {fieldRef: {fieldPath: metadata.name}}}',
  '  - {name: node.store.allow_mmap, value: "false"}',
  `  - {name: cluster.initial_master_nodes, value: "${names}"}`,
], 'replicas: 3');

export const unknownMember: Check = {
  id: 'unknown-member',
  why: 'a new cluster begins with the members that a list names. Elasticsearch waits for ever for a master that no pod is; etcd and Kafka end with an error in a pod that is not in the list',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const workload of inventory.ofKind('StatefulSet')) {
      const pods = references.pods.of(workload);
      for (const [i, container] of listOf(pods?.template.spec.containers).map(recordOf).entries()) {
        const at = `${pods!.template.path}/spec/containers/${i}`;
        const name = imageName(container.image);
        if (/^(elasticsearch|opensearch)(-oss|-wolfi)?$/.test(name)) { yield* mastersWithoutPod(pods!, container, at, references.pods.in(pods!.namespace)); }
        if (/^kafka(-native)?$/.test(name)) { yield* votersOfOtherNumber(pods!, container, at); }
        if (name === 'etcd') { yield* podsWithoutName(pods!, container, at); }
      }
    }
  },
  bad: example('es-0,es-1,es-2'),
  good: example('search-0,search-1,search-2'),
};

/** True if a variable has the name of the pod. */
function isPodName(variable: Record<string, any> | undefined): boolean {
  return recordOf(recordOf(variable?.valueFrom).fieldRef).fieldPath === 'metadata.name';
}

function* mastersWithoutPod({ workload }: Pods, { env }: Record<string, any>, at: string, all: readonly Pods[]): Iterable<SystemProblem> {
  const variables = listOf(env).map(recordOf);
  const index = variables.findIndex(({ name }) => /^cluster\.initial_(master|cluster_manager)_nodes$/.test(textOf(name)));
  const masters = textOf(variables[index]?.value).split(',').map(one => one.trim()).filter(one => one !== '');
  if (masters.length === 0 || masters.some(one => one.includes('$')) || !isPodName(variables.find(({ name }) => name === 'node.name'))) { return; }
  const sets = new Set(all.map(pods => textOf(pods.workload.metadata?.name)));
  const own = textOf(workload.metadata?.name);
  if (masters.every(one => one.startsWith(`${own}-`) && /-\d+\.[a-z]/.test(one))) {
    yield {
      object: workload,
      path: `${at}/env/${index}/value`,
      message: `${titleOf(workload)} begins with the masters ${masters.slice(0, 5).join(', ')}, and node.name is the name of the pod alone: the names are compared letter by letter, and no cluster is formed`,
      fix: `write ${masters.map(one => one.replace(/\..*$/, '')).join(',')}`,
    };
    return;
  }
  if (masters.some(one => one.includes('.') || sets.has(one.replace(/-\d+$/, '')))) { return; }
  yield {
    object: workload,
    path: `${at}/env/${index}/value`,
    message: `${titleOf(workload)} begins with the masters ${masters.slice(0, 5).join(', ')}, and its pods have names such as ${own}-0`,
    fix: `write ${masters.map((_, ordinal) => `${own}-${ordinal}`).join(',')}`,
  };
}

function* podsWithoutName({ workload }: Pods, { command, args, env }: Record<string, any>, at: string): Iterable<SystemProblem> {
  const words = [...listOf(command), ...listOf(args)].map(textOf);
  const variables = listOf(env).map(recordOf);
  const list = words.map(word => /^--initial-cluster=(.+)$/.exec(word)?.[1]).find(Boolean)
    ?? textOf(variables.find(({ name }) => name === 'ETCD_INITIAL_CLUSTER')?.value);
  const named = words.map(word => /^--name=\$\((\w+)\)$/.exec(word)?.[1]).find(Boolean) ?? 'ETCD_NAME';
  const isNew = ![...words, ...variables.map(({ value }) => textOf(value))].some(word => /existing/.test(word));
  const literal = nameOfEtcd(words);
  if (list !== '' && literal !== undefined && !list.includes('$') && !list.split(',').some(one => one.trim().split('=')[0] === literal)) {
    yield {
      object: workload,
      path: at,
      message: `The list of members of ${titleOf(workload)} has no '${literal}', which is the name that etcd is given: it ends with an error`,
      fix: 'write --name=$(POD_NAME), with the variable POD_NAME from metadata.name, and name each pod in initial-cluster',
    };
    return;
  }
  if (list === '' || /[$\s]/.test(list) || !isNew || !isPodName(variables.find(({ name }) => name === named))) { return; }
  const members = new Set(list.split(',').map(one => one.split('=')[0]));
  const { first, last } = ordinalsOf(workload);
  const pods = Array.from({ length: Math.min(Math.max(last - first + 1, 0), 99) }, (_, i) => `${workload.metadata?.name}-${first + i}`);
  const missing = pods.find(pod => !members.has(pod));
  if (missing === undefined) { return; }
  yield {
    object: workload,
    path: at,
    message: `The list of members of ${titleOf(workload)} has no ${missing}, which is one of its pods: etcd ends there with an error`,
    fix: `name each pod in initial-cluster: ${missing}=http://${missing}.${textOf(workload.spec.serviceName)}:2380`,
  };
}

/** Voters of Kafka with other numbers than their pods give themselves. */
function* votersOfOtherNumber({ workload }: Pods, { env, command }: Record<string, any>, at: string): Iterable<SystemProblem> {
  const variables = listOf(env).map(recordOf);
  const numbers = variables.find(({ name }) => /^KAFKA_(CFG_)?NODE_ID$/.test(textOf(name)));
  const index = variables.findIndex(({ name }) => /^KAFKA_(CFG_)?CONTROLLER_QUORUM_VOTERS$/.test(textOf(name)));
  const isOrdinal = recordOf(recordOf(numbers?.valueFrom).fieldRef).fieldPath === "metadata.labels['apps.kubernetes.io/pod-index']";
  if (command !== undefined || !isOrdinal || index < 0) { return; }
  const own = textOf(workload.metadata?.name);
  for (const voter of textOf(variables[index].value).split(',')) {
    const [, number, host = ''] = /^\s*(\d+)@([^:]+)/.exec(voter) ?? [];
    const [, ordinal] = host.startsWith(`${own}-`) ? /-(\d+)\./.exec(host) ?? [] : [];
    if (ordinal === undefined || ordinal === number) { continue; }
    yield {
      object: workload,
      path: `${at}/env/${index}/value`,
      message: `${titleOf(workload)} has the voter ${voter.trim()}, and the pod ${own}-${ordinal} gives itself the number ${ordinal}, its ordinal: it is no voter, and ends with an error`,
      fix: `write ${voter.trim().replace(/^\d+/, ordinal)}, and so for the others`,
    };
    return;
  }
}

/** The name in the arguments, if it is written out. */
function nameOfEtcd(words: readonly string[]): string | undefined {
  const at = words.findIndex(word => /^--name(=|$)/.test(word));
  const name = at < 0 ? undefined : words[at].startsWith('--name=') ? words[at].slice('--name='.length) : words[at + 1];
  return name === undefined || name === '' || name.includes('$') ? undefined : name;
}

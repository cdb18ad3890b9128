import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { variableReferences } from '../../../kubernetes/variable-references';
import { containersOf } from '../../../kubernetes/workload';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const POD_NAME = '{name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}';
const example = (variables: string) => podYaml(`containers: [{name: web, image: "registry.example.com/web:1.4.2", args: ["--id=$(POD_NAME)"], env: [${variables}]}]`);

/** What the kubelet adds for each Service of the namespace. */
const OF_SERVICE = /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\w+)?)$/;

/** What a container has without env, and what says the same there. */
const OF_POD: Readonly<Record<string, string>> = { HOSTNAME: 'metadata.name', NAMESPACE: 'metadata.namespace', POD_IP: 'status.podIP', POD_NAME: 'metadata.name', POD_NAMESPACE: 'metadata.namespace', NODE_NAME: 'spec.nodeName' };

export const undefinedVariable: Check = {
  id: 'undefined-variable',
  why: 'for $(NAME) the kubelet puts in variables of env and of Services. Others, also those of the image and HOSTNAME, it does not know: the program gets $(NAME) as it stands',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, template, namespace } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const texts = textsOf(container);
        const sources = texts.length === 0 ? undefined : namesFrom(container, namespace, inventory);
        if (!sources) { continue; }
        const known = new Set([...sources, ...listOf(container.env).map(variable => textOf(recordOf(variable).name))]);
        for (const [at, text] of texts) {
          const name = variableReferences(text).find(wanted => /^[A-Z][A-Z0-9_]*$/.test(wanted) && !known.has(wanted) && !OF_SERVICE.test(wanted));
          if (name === undefined) { continue; }
          known.add(name);
          const field = Object.hasOwn(OF_POD, name) ? OF_POD[name] : undefined;
          yield {
            object: workload,
            path: path + at,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} asks for $(${name}), which is not among its variables, and is not filled in`,
            fix: field ? `add to env, before it is asked for: {name: ${name}, valueFrom: {fieldRef: {fieldPath: ${field}}}}` : `add the variable ${name} to env, before it is asked for`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(POD_NAME),
};

/** Texts in which the kubelet puts values in, with where they stand. */
function textsOf({ env, command, args }: Readonly<Record<string, unknown>>): [at: string, text: string][] {
  const words = [['command', command], ['args', args]].flatMap(([field, list]) => listOf(list).map((word, i) => [`/${textOf(field)}/${i}`, word]));
  const values = listOf(env).map((variable, i) => [`/env/${i}/value`, recordOf(variable).value]);
  return [...words, ...values].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].includes('$('));
}

/** The variables of envFrom; undefined if one of its sources is not among the manifests, or is filled later. */
function namesFrom({ envFrom }: Readonly<Record<string, unknown>>, namespace: string, inventory: Inventory): string[] | undefined {
  const names: string[] = [];
  for (const { prefix, configMapRef, secretRef } of listOf(envFrom).map(recordOf)) {
    const object = inventory.findIn(configMapRef === undefined ? 'Secret' : 'ConfigMap', namespace, recordOf(configMapRef ?? secretRef).name);
    const keys = Object.keys({ ...recordOf(object?.data), ...recordOf(object?.stringData) });
    if (keys.length === 0) { return undefined; }
    names.push(...keys.map(key => textOf(prefix) + key));
  }
  return names;
}

import { WEB, podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { PodTemplate } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

interface NodeLabel {
  readonly key: RegExp;
  readonly values: readonly string[];
  /** Words that other programs have for them. */
  readonly meant: Readonly<Record<string, string>>;
}

/** What the kubelet writes: names as the Go language has them. */
const LABELS: readonly NodeLabel[] = [
  {
    key: /^(beta\.)?kubernetes\.io\/arch$/,
    values: ['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x', 'riscv64', 'loong64', 'mips64le'],
    meant: { x86_64: 'amd64', x64: 'amd64', x86: 'amd64', aarch64: 'arm64', arm64v8: 'arm64', armv7: 'arm', armhf: 'arm' },
  },
  { key: /^(beta\.)?kubernetes\.io\/os$/, values: ['linux', 'windows'], meant: { ubuntu: 'linux', win: 'windows' } },
];

const example = (arch: string) => podYaml(`nodeSelector: {kubernetes.io/arch: ${arch}}`, WEB);

export const nodeWithoutValue: Check = {
  id: 'node-without-value',
  why: 'the kubelet labels its node with its processor and system, in small letters and in the words of Go. A pod that asks for another word stays Pending for ever',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { key, values, path } of wantedOf(template)) {
        const known = LABELS.find(label => label.key.test(key));
        if (!known || values.length === 0 || values.some(value => known.values.includes(value))) { continue; }
        const word = values[0].toLowerCase();
        const meant = known.values.includes(word) ? word : Object.hasOwn(known.meant, word) ? known.meant[word] : undefined;
        yield {
          object: workload,
          path,
          message: `${titleOf(workload)} wants a node with ${key}: ${values.join(' or ')}, and the kubelet writes ${known.values.join(', ')} only`,
          fix: meant ? `write ${meant}` : `write one of ${known.values.join(', ')}`,
        };
      }
    }
  },
  bad: example('x86_64'),
  good: example('amd64'),
};

interface Wanted {
  readonly key: string;
  readonly values: readonly string[];
  readonly path: string;
}

/** The values of labels of which a node must have one. Of several terms of an affinity one is enough, so only a single term binds. */
function wantedOf({ spec, path }: PodTemplate): Wanted[] {
  const required = recordOf(recordOf(recordOf(spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution);
  const terms = listOf(required.nodeSelectorTerms);
  const expressions = terms.length === 1 ? listOf(recordOf(terms[0]).matchExpressions).map(recordOf) : [];
  return [
    ...Object.entries(recordOf(spec.nodeSelector)).map(([key, value]) => ({ key, values: [textOf(value)], path: path + pointer('spec', 'nodeSelector', key) })),
    ...expressions.flatMap(({ key, operator, values }, i) => operator === 'In' ? [{
      key: textOf(key),
      values: listOf(values).map(textOf),
      path: `${path}/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/matchExpressions/${i}/values`,
    }] : []),
  ];
}

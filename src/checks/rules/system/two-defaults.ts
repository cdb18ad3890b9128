import { objectYaml, together } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { referenceTo, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

interface DefaultKind {
  readonly kind: string;
  readonly isDefault: (object: Manifest) => boolean;
  readonly path: string;
  /** Who gets the default. */
  readonly gets: string;
  readonly isRefused?: true;
}

const annotated = (...keys: string[]) => ({ metadata }: Manifest) => keys.some(key => recordOf(metadata?.annotations)[key] === 'true');

const KINDS: readonly DefaultKind[] = [
  {
    kind: 'StorageClass',
    isDefault: annotated('storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'),
    path: '/metadata/annotations',
    gets: 'claims without a class get the one that was created last, or the first by name of those of one second',
  },
  {
    kind: 'IngressClass',
    isDefault: annotated('ingressclass.kubernetes.io/is-default-class'),
    path: '/metadata/annotations',
    gets: 'an Ingress without a class gets the one that was created last, or the first by name of those of one second',
  },
  {
    kind: 'PriorityClass',
    isDefault: ({ globalDefault }) => globalDefault === true,
    path: '/globalDefault',
    gets: 'the server refuses the second one',
    isRefused: true,
  },
];

const example = (isDefault: string) => together(...['a', 'b'].map((name, i) =>
  objectYaml('storage.k8s.io/v1', 'StorageClass', `${name}, annotations: {storageclass.kubernetes.io/is-default-class: "${i === 0 ? 'true' : isDefault}"}`,
    'provisioner: kubernetes.io/no-provisioner')));

export const twoDefaults: Check = {
  id: 'two-defaults',
  why: 'of two StorageClasses or IngressClasses that both are the default, the one that was created last counts: data goes to another kind of disk after a class was created anew. '
    + 'Of PriorityClasses only one may be the default, and the server refuses a second one',
  severity: 'warning',
  run: function* (inventory) {
    for (const { kind, isDefault, path, gets, isRefused } of KINDS) {
      const [first, ...others] = inventory.ofKind(kind).filter(isDefault).map(object => ({ object, name: referenceTo(object).name }))
        .sort((a, b) => a.name < b.name ? -1 : 1);
      for (const { object, name } of others) {
        // The same object given twice is a duplicate.
        if (name === first.name) { continue; }
        yield {
          object,
          path,
          ...isRefused && { severity: 'error' as const },
          message: `${titleOf(object)} is the default, and so is ${titleOf(first.object)}: ${gets}`,
          fix: `leave one ${kind} as the default`,
        };
      }
    }
  },
  bad: example('true'),
  good: example('false'),
};

import { DATA, DB_WITH_DATA, ONCE, claimYaml, setYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf } from '../../../kubernetes/workload';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (claim: string) => together(claimYaml(claim, ONCE), setYaml('db', [DB_WITH_DATA], DATA));

export const claimOfOtherName: Check = {
  id: 'claim-of-other-name',
  why: 'a StatefulSet takes a claim that is there already if it is called TEMPLATE-SET-ORDINAL. With the words in another order it makes a new, empty claim beside it',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const written = inventory.ofKind('PersistentVolumeClaim');
    if (written.length === 0) { return; }
    const swapped = new Map<string, { readonly set: Manifest; readonly stem: string }>(inventory.ofKind('StatefulSet').flatMap(set => listOf(claimTemplatesOf(set)).map(template => {
      const [name, ofSet] = [textOf(recordOf(recordOf(template).metadata).name), textOf(set.metadata?.name)];
      return [`${namespaceOf(set)}/${ofSet}-${name}`, { set, stem: `${name}-${ofSet}` }] as const;
    })));
    const used = new Set(references.ofKind('PersistentVolumeClaim').map(({ namespace, name }) => `${namespace}/${name}`));
    for (const claim of written) {
      const name = textOf(claim.metadata?.name);
      const [, stem, ordinal] = /^(.+)-(\d+)$/.exec(name) ?? [];
      const meant = stem === undefined ? undefined : swapped.get(`${namespaceOf(claim)}/${stem}`);
      if (!meant || meant.stem === stem || used.has(`${namespaceOf(claim)}/${name}`)) { continue; }
      yield {
        object: claim,
        path: '/metadata/name',
        message: `${titleOf(claim)} is mounted by nobody: pod ${ordinal} of ${titleOf(meant.set)} has the claim '${meant.stem}-${ordinal}'`,
        fix: `write name: ${meant.stem}-${ordinal}`,
      };
    }
  },
  bad: example('db-data-0'),
  good: example('data-db-0'),
};

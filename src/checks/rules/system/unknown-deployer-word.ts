import { objectYaml } from './examples';
import { isRecord } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { DEPLOYER_WORDS, DeployerWords } from '../../../manifest/deployer-words';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

const example = (word: string) => objectYaml('v1', 'ConfigMap', 'web', 'data: {a: b}')
  .replace('{name: web}', `{name: web, annotations: {argocd.argoproj.io/sync-options: ${word}}}`);

export const unknownDeployerWord: Check = {
  id: 'unknown-deployer-word',
  why: 'Helm, Argo CD, Flux and Kubernetes itself ignore a word that they do not know. With `Prune=False` the object is deleted all the same, and Helm never creates an object with an unknown hook',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.manifests) {
      const annotations = object.metadata?.annotations;
      if (!isRecord(annotations)) { continue; }
      for (const words of DEPLOYER_WORDS) {
        const value = annotations[words.annotation];
        const unknown = typeof value === 'string' ? unknownIn(value, words) : undefined;
        if (unknown === undefined) { continue; }
        const meant = words.known.find(known => spelt(known) === spelt(unknown)) ?? closest(unknown, words.known);
        yield {
          object,
          path: pointer('metadata', 'annotations', words.annotation),
          message: `${words.by} knows no '${unknown}' in ${words.annotation} of ${titleOf(object)}: ${words.otherwise}`,
          fix: meant ? `write ${meant}` : `write ${words.known.length === 1 ? words.known[0] : `one of ${words.known.join(', ')}`}`,
        };
      }
    }
  },
  bad: example('Prune=False'),
  good: example('Prune=false'),
};

/** The first word that is not known; of options, whose lists grow, only one that differs from a known one by its spelling. */
function unknownIn(value: string, { known, anyCase, open }: DeployerWords): string | undefined {
  const all = value.split(',').map(word => word.trim()).filter(word => word !== '');
  return all.find(word => {
    if (known.includes(anyCase ? word.toLowerCase() : word)) { return false; }
    return !open || known.some(one => spelt(one) === spelt(word)) || open.test(word);
  });
}

function spelt(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}

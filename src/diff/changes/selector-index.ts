import { Manifest, recordOf } from '../../kubernetes/manifest';
import { Labels, matchesSelector } from '../../kubernetes/selector';
import { append } from '../../manifest/group-by';
import { Selection, selectionsOf } from '../../manifest/references/selections';

const RELATIONS: ReadonlySet<string> = new Set(['routes to', 'protects', 'restricts', 'allows from', 'allows to']);

/**
 * The Services, disruption budgets and network policies that pick pods by
 * label, found from the pod's side: by one label that the selector demands.
 * Peers of other namespaces are left out.
 */
export class SelectorIndex {
  private readonly byLabel = new Map<string, Selection[]>();
  private readonly byNamespace = new Map<string, Selection[]>();

  constructor(manifests: readonly Manifest[]) {
    for (const selection of manifests.flatMap(selectionsOf)) {
      if (RELATIONS.has(selection.relation)) { this.add(selection); }
    }
  }

  /** The selections that pick pods with these labels. Selectors that pick every pod of a namespace are left out. */
  public matching(namespace: string, labels: Labels): Selection[] {
    const byLabel = Object.entries(labels).flatMap(([key, value]) => this.byLabel.get(`${namespace}/${key}=${value}`) ?? []);
    return [...byLabel, ...this.byNamespace.get(namespace) ?? []].filter(({ selector }) => matchesSelector(selector, labels));
  }

  private add(selection: Selection) {
    const [namespace] = selection.namespaces;
    if (namespace === undefined) { return; }
    const [label] = Object.entries(recordOf(selection.selector.matchLabels));
    if (label) {
      append(this.byLabel, `${namespace}/${label[0]}=${label[1]}`, selection);
    } else if (selection.selector.matchExpressions) {
      append(this.byNamespace, namespace, selection);
    }
  }
}

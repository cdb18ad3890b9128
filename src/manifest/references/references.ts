import { addReferences } from './object-references';
import { PodIndex, Pods } from './pods';
import { Reference } from './reference';
import { Manifest, groupOf, recordOf } from '../../kubernetes/manifest';
import { append } from '../group-by';
import { Inventory } from '../inventory';
import { Selection, SelectionRelation, addSelections } from './selections';
import { oncePerKey } from '../../kubernetes/once';
import { Labels, NAMESPACE_NAME_LABEL, matchesSelector } from '../../kubernetes/selector';

/**
 * Who names whom: every reference by name, and every selector with the pods it
 * picks. Made once of an inventory, in time linear in it, and shared by all
 * that ask how objects hang together.
 */
export class References {
  /** All references by name, in the order of the objects. */
  public readonly all: readonly Reference[];
  /** All selectors of pods, in the order of the objects. */
  public readonly selections: readonly Selection[];
  /** All pods that the workloads ask for. */
  public readonly pods: PodIndex;

  private readonly targets = new Map<Reference, Manifest>();
  private readonly byKind = new Map<string, Reference[]>();
  private readonly byRelation = new Map<SelectionRelation, Selection[]>();
  private readonly byFrom = new Map<Manifest, Reference[]>();
  private readonly byTarget = new Map<Manifest, Reference[]>();
  private readonly selectionsByFrom = new Map<Manifest, Selection[]>();
  private readonly selectionsByPath = oncePerKey((manifest: Manifest) =>
    new Map(this.selectionsOf(manifest).map(selection => [selection.path, selection])));
  private readonly namespaces: ReadonlyMap<string, Labels>;
  /** By the selector's JSON. */
  private readonly namespacesSelected = oncePerKey((selector: string) =>
    [...this.namespaces].filter(([, labels]) => matchesSelector(JSON.parse(selector), labels)).map(([name]) => name));

  constructor(public readonly inventory: Inventory) {
    const all: Reference[] = [];
    const selections: Selection[] = [];
    for (const manifest of inventory.manifests) {
      addReferences(all, manifest);
      addSelections(selections, manifest);
    }
    this.all = all;
    this.selections = selections;
    this.pods = new PodIndex(inventory);
    this.namespaces = namespacesOf(inventory, this.pods);
    for (const reference of this.all) { this.index(reference); }
    for (const selection of this.selections) {
      append(this.selectionsByFrom, selection.from, selection);
      append(this.byRelation, selection.relation, selection);
    }
  }

  /** All references to objects of a kind. */
  public ofKind(kind: string): readonly Reference[] {
    return this.byKind.get(kind) ?? [];
  }

  /** All selectors that ask the same of their pods. */
  public selectionsFor(relation: SelectionRelation): readonly Selection[] {
    return this.byRelation.get(relation) ?? [];
  }

  /** What the object names. */
  public from(manifest: Manifest): readonly Reference[] {
    return this.byFrom.get(manifest) ?? [];
  }

  /** Who names the object. */
  public to(manifest: Manifest): readonly Reference[] {
    return this.byTarget.get(manifest) ?? [];
  }

  /** The object a reference names; undefined if it is not among the manifests. */
  public target(reference: Reference): Manifest | undefined {
    return this.targets.get(reference);
  }

  /** The selectors of the object. */
  public selectionsOf(manifest: Manifest): readonly Selection[] {
    return this.selectionsByFrom.get(manifest) ?? [];
  }

  /** The selector at a JSON pointer of the object. */
  public selectionAt(manifest: Manifest, path: string): Selection | undefined {
    return this.selectionsByPath(manifest).get(path);
  }

  /** The pods that a selector picks, one namespace after the other; take what is needed. */
  public* selected(selection: Selection): IterableIterator<Pods> {
    for (const namespace of this.namespacesIn(selection)) {
      yield* this.pods.select(selection.selector, namespace);
    }
  }

  /** True if a selector picks any pod. */
  public selectsAny(selection: Selection): boolean {
    return this.namespacesIn(selection).some(namespace => this.pods.select(selection.selector, namespace).length > 0);
  }

  /** True if a selector picks these pods. */
  public selects(selection: Selection, pods: Pods): boolean {
    return this.namespacesIn(selection).includes(pods.namespace) && this.pods.matches(selection.selector, pods);
  }

  private index(reference: Reference) {
    append(this.byFrom, reference.from, reference);
    append(this.byKind, reference.kind, reference);
    const found = this.inventory.findAll(reference.kind, reference.namespace, reference.name);
    const target = found.find(({ apiVersion }) => sameGroup(groupOf(apiVersion), reference.group));
    if (!target) { return; }
    this.targets.set(reference, target);
    append(this.byTarget, target, reference);
  }

  private namespacesIn({ namespaces, namespaceSelector }: Selection): readonly string[] {
    if (!namespaceSelector) { return namespaces; }
    const selected = this.namespacesSelected(JSON.stringify(namespaceSelector));
    return namespaces.length === 0 ? selected : [...new Set([...namespaces, ...selected])];
  }
}

/** Labels of every namespace in use, with the one that Kubernetes puts on all of them. */
function namespacesOf(inventory: Inventory, pods: PodIndex): Map<string, Labels> {
  const namespaces = new Map<string, Labels>();
  const add = (name: string, labels: Labels) => namespaces.set(name, { ...labels, [NAMESPACE_NAME_LABEL]: name });
  for (const { namespace } of pods.all) { if (!namespaces.has(namespace)) { add(namespace, {}); } }
  for (const { metadata } of inventory.ofKind('Namespace')) {
    if (typeof metadata?.name === 'string') { add(metadata.name, recordOf(metadata.labels)); }
  }
  return namespaces;
}

/** `extensions` once held what lives in `apps`, `networking.k8s.io` and `policy` today. */
function sameGroup(a: string, b: string): boolean {
  return a === b || a === 'extensions' || b === 'extensions';
}

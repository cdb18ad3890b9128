import { drawServices, drawSettings } from './access';
import { Graph } from './graph';
import { GraphBuilder } from './graph-builder';
import { idOf, namespaceGroup } from './ids';
import { drawPolicies } from './policies';
import { drawClaim, drawStorage } from './storage';
import { drawWorkload, selectorsIn } from './workloads';
import { Manifest } from '../kubernetes/manifest';
import { Claims } from '../manifest/claims';
import { Inventory, namespaceOf } from '../manifest/inventory';
import { provisionersOf } from '../manifest/references/provisioners';
import { References } from '../manifest/references/references';
import { bindStatically } from '../manifest/static-binding';

/** What is drawn besides the rest. */
export interface GraphOptions {
  /** ServiceAccounts, and the roles that are bound to them. @default false */
  readonly rbac?: boolean;
  /** By the id of a StatefulSet: ordinals that are not drawn in one box with those before. @default - none */
  readonly cuts?: ReadonlyMap<string, readonly number[]>;
  /** The ids of claims that are drawn also if no pod reads them. @default - none */
  readonly claims?: ReadonlySet<string>;
}

/**
 * The picture of what the manifests make of a cluster, with what its controllers add: pods, claims, volumes.
 *
 * @throws GraphTooLarge
 */
export function systemGraph(manifests: readonly Manifest[], { rbac = false, cuts, claims: wanted = new Set() }: GraphOptions = {}): Graph {
  const builder = new GraphBuilder();
  const inventory = new Inventory(manifests);
  const references = new References(inventory);
  const claims = new Claims(inventory);
  const bindings = new Map(bindStatically(inventory, claims).map(binding => [binding.claim, binding]));
  const facts = { inventory, claims, bindings, provisioners: provisionersOf(references) };
  for (const namespace of new Set(manifests.map(namespaceOf).filter(name => name !== ''))) {
    builder.group({ id: namespaceGroup(namespace), kind: 'Namespace', name: namespace, lines: [], object: inventory.findIn('Namespace', '', namespace) });
  }
  const selectors = selectorsIn(references);
  for (const pods of references.pods.all) {
    drawStorage(pods, drawWorkload(pods, selectors, references, builder, cuts?.get(idOf(pods.workload))), facts, builder);
  }
  for (const claim of inventory.ofKind('PersistentVolumeClaim')) {
    if (wanted.has(idOf(claim))) { drawClaim(claim, facts, builder); }
  }
  drawServices(references, builder);
  drawPolicies(references, builder);
  drawSettings(references, rbac, builder);
  return builder.graph;
}

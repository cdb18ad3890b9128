import { OTHER_POLICIES, isForIngress } from '../../checks/rules/system/policies';
import { Manifest, isRecord, listOf, recordOf } from '../../kubernetes/manifest';
import { oncePerKey } from '../../kubernetes/once';
import { containersOf } from '../../kubernetes/workload';
import { groupBy } from '../../manifest/group-by';
import { titleOf } from '../../manifest/inventory';
import { Pods } from '../../manifest/references/pods';
import { isPrinted } from '../changes/exported';
import { ChangeStatement, Rule } from '../changes/rule';
import { Side, World } from '../changes/world';

type Direction = 'ingress' | 'egress';

/** A path that somebody uses: a workload names a Service by host, and the Service leads to these pods. */
interface Path {
  readonly caller: Pods;
  readonly service: Manifest;
  readonly called: Pods;
}

/** A NetworkPolicy closes a path that is used on both sides, and that no policy closed before: the first one is told. */
function* closedPaths(policy: Manifest, world: World): Iterable<ChangeStatement> {
  const { after } = world;
  const selection = policy.kind === 'NetworkPolicy' ? after.references.selectionAt(policy, '/spec/podSelector') : undefined;
  if (!selection || OTHER_POLICIES.some(kind => after.inventory.ofKind(kind).length > 0)) { return; }
  for (const direction of ['ingress', 'egress'] as const) {
    const path = isFor(policy, direction) ? firstClosed(after.references.selected(selection), direction, world) : undefined;
    if (path) {
      const how = direction === 'ingress' ? 'no policy lets it in to' : 'no policy lets it out to';
      yield { path: `/spec/${direction}`, part: direction, message: `${titleOf(path.caller.workload)} calls ${titleOf(path.service)}, and ${how} the pods behind it any more` };
    }
  }
}

function firstClosed(selected: Iterable<Pods>, direction: Direction, world: World): Path | undefined {
  const paths = pathsOf(world.after)[direction];
  for (const pods of selected) {
    const closed = paths.get(pods)?.find(path => !isOpen(path, direction, world.after) && wasOpen(path, direction, world));
    if (closed) { return closed; }
  }
  return undefined;
}

/** By the pods that a policy for this direction restricts. */
type Paths = Readonly<Record<Direction, ReadonlyMap<Pods, readonly Path[]>>>;

const PATHS = new WeakMap<Side, Paths>();

function pathsOf(side: Side): Paths {
  const known = PATHS.get(side);
  if (known) { return known; }
  const { references, hosts, inventory } = side;
  const all = inventory.ofKind('Service').flatMap(service => {
    const selection = references.selectionAt(service, '/spec/selector');
    const called = selection ? [...references.selected(selection)] : [];
    return hosts.callersOf(service).flatMap(workload => references.pods.of(workload) ?? [])
      .flatMap(caller => called.filter(pods => pods !== caller).map(pods => ({ caller, service, called: pods })));
  });
  const paths = { ingress: groupBy(all, ({ called }) => called), egress: groupBy(all, ({ caller }) => caller) };
  PATHS.set(side, paths);
  return paths;
}

/** The same path on the old side, if it was open there; a new client or Service has lost nothing. */
function wasOpen({ caller, service, called }: Path, direction: Direction, { before }: World): boolean {
  const [oldCaller, oldCalled] = [caller, called].map(({ workload }) => {
    const old = before.same(workload);
    return old && before.references.pods.of(old);
  });
  const oldService = before.same(service);
  return oldCaller !== undefined && oldCalled !== undefined && oldService !== undefined
    && isOpen({ caller: oldCaller, service: oldService, called: oldCalled }, direction, before);
}

/** True unless policies restrict the pods in this direction, and none of them allows the peer. */
function isOpen({ caller, service, called }: Path, direction: Direction, side: Side): boolean {
  const [restricted, peer] = direction === 'ingress' ? [called, caller] : [caller, called];
  const policies = policiesOf(side)(restricted).filter(policy => isFor(policy, direction));
  return policies.length === 0 || policies.some(policy => listOf(recordOf(policy.spec)[direction]).map(recordOf)
    .some((rule, index) => allows(rule, { policy, direction, index, peer }, side) && hasPort(listOf(rule.ports), service, called)));
}

const POLICIES = new WeakMap<Side, (pods: Pods) => readonly Manifest[]>();

function policiesOf(side: Side): (pods: Pods) => readonly Manifest[] {
  let known = POLICIES.get(side);
  if (!known) {
    const selections = side.references.selectionsFor('restricts');
    known = oncePerKey((pods: Pods) => selections.filter(selection => side.references.selects(selection, pods)).map(({ from }) => from));
    POLICIES.set(side, known);
  }
  return known;
}

/** Without types a policy is for the way in, and for the way out if it has rules for it. */
function isFor(policy: Manifest, direction: Direction): boolean {
  if (direction === 'ingress') { return isForIngress(policy); }
  const { policyTypes, egress } = recordOf(policy.spec);
  return listOf(policyTypes).length === 0 ? listOf(egress).length > 0 : listOf(policyTypes).includes('Egress');
}

interface RuleAt {
  readonly policy: Manifest;
  readonly direction: Direction;
  readonly index: number;
  readonly peer: Pods;
}

/** Addresses may be those of the pods. */
function allows(rule: Record<string, any>, { policy, direction, index, peer }: RuleAt, { references }: Side): boolean {
  const part = direction === 'ingress' ? 'from' : 'to';
  const peers = listOf(rule[part]).map(recordOf);
  return peers.length === 0 || peers.some(({ ipBlock }, position) => {
    const selection = references.selectionAt(policy, `/spec/${direction}/${index}/${part}/${position}`);
    return isRecord(ipBlock) || selection !== undefined && references.selects(selection, peer);
  });
}

/** True if one of the ports behind the Service is among those of a rule; no ports are all ports. */
function hasPort(ports: readonly unknown[], service: Manifest, { template }: Pods): boolean {
  if (ports.length === 0) { return true; }
  const named = new Map(containersOf(template).flatMap(({ container }) => listOf(container.ports).map(recordOf))
    .map(({ name, containerPort }) => [name, containerPort]));
  const numberOf = (port: unknown) => typeof port === 'string' ? named.get(port) : port;
  const wanted = listOf(recordOf(service.spec).ports).map(recordOf).map(({ port, targetPort }) => numberOf(targetPort ?? port));
  return wanted.some(number => number === undefined || ports.map(recordOf).some(({ port, endPort }) => {
    const from = numberOf(port);
    return port === undefined || from === number || typeof endPort === 'number' && from <= number && number <= endPort;
  }));
}

export const POLICY_PATH_DANGERS: readonly Rule[] = [{
  id: 'used-path-closed',
  title: 'A policy that closes a path which somebody uses',
  effect: 'access',
  kinds: ['NetworkPolicy'],
  fields: 'the whole object, spec.podSelector, spec.ingress, spec.egress; where a workload names a Service by host, and was let in to its pods until now',
  why: 'the first policy that selects pods closes them to everybody whom no policy names, at once and without a message: connections run into a timeout',
  fix: 'add a rule for it: ingress from the labels of the client at the port of the pods, or egress to the labels of the pods. Apply policies that allow before those that deny',
  added: (policy, world) => isPrinted(world.before) ? [] : closedPaths(policy, world),
  updated: ({ given }, world) => closedPaths(given.after, world),
}];

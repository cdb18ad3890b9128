import { appKindOf } from './apps';
import { AsDeployed } from './as-deployed';
import { isOfServer } from './as-written';
import { patchCalls, patchesFor, tried } from './attempt';
import { Call, Name } from './code';
import { MadeObject } from './evaluate';
import { CDK8S, literal } from './literal';
import { idFor, variableFor } from './names';
import { Patch } from './patches';
import { Context, Piece, linesOf } from './piece';
import { SPREADS } from './pod-props';
import { Statement } from './program';
import { Source } from './source';
import { STATEFUL } from './values';
import { isRecord, recordOf } from '../kubernetes/manifest';
import { podTemplateOf } from '../kubernetes/workload';
import { recreatorOf } from '../manifest/deployers';
import { identityOf } from '../manifest/inventory';

/** Longer than this, compared with literals, is a construct not worth its patches. */
const MOST_LINES = 1.2;

/** An app with the objects that belong to it, as one of our constructs; undefined where literals are much shorter, or nothing fits. */
export function constructPiece(source: Source, others: readonly Source[], context: Context): Piece | undefined {
  const app = appKindOf(source.written);
  if (!app || recreatorOf(source.given) !== undefined) { return undefined; }
  const { chart, ids, variables } = context;
  const name = String(source.written.metadata?.name);
  const id = ids.take(idFor(name), `${idFor(name)}-app`);
  const variable = variables.take(variableFor(name), variableFor(name, 'app'));
  const [best] = spreadsFor(source).flatMap(spread => {
    const props = inOrder({ name: id === name ? undefined : name, ...app.props(source.written, context.shared, spread) });
    const needs = context.shared.take();
    const call = new Call(`new ${app.construct}`, [new Name(chart.variable), id, props], STATEFUL);
    return pieceOf({ source, others, by: app.construct, id, statement: { variable, call }, needs }, context) ?? [];
  }).sort((one, other) => linesOf(one.statements) - linesOf(other.statements));
  const literals = best?.sources.map(({ written }): Statement => ({ call: literal(new Name(chart.variable), 'x', written, chart.namespace) }));
  if (best && linesOf(best.statements) <= linesOf(literals) * MOST_LINES) { return best; }
  ids.release(id);
  variables.release(variable);
  return undefined;
}

/** Ways to spread the pods, of which one may fit. */
function spreadsFor({ written }: Source): readonly (Call | undefined)[] {
  const { affinity, topologySpreadConstraints } = recordOf(podTemplateOf(written)?.spec);
  return isRecord(affinity) || Array.isArray(topologySpreadConstraints) ? SPREADS : SPREADS.slice(-1);
}

/** What readers look for first. */
const FIRST = ['name', 'image', 'schedule', 'replicas', 'serviceName', 'selectorLabels', 'labels'];

function inOrder(props: Record<string, unknown>): Record<string, unknown> {
  return { ...Object.fromEntries(FIRST.map(name => [name, props[name]])), ...props };
}

interface Candidate {
  readonly source: Source;
  readonly others: readonly Source[];
  readonly by: string;
  readonly id: string;
  readonly statement: Statement;
  readonly needs: readonly Statement[];
}

function pieceOf({ source, others, by, id, statement, needs }: Candidate, { chart, trial, asDeployed }: Context): Piece | undefined {
  const made = tried([...needs, statement], chart, trial);
  const main = made?.find(({ path }) => path === `${chart.variable}/${id}/Default`);
  // Of props that it refuses, a construct makes an object that holds nothing.
  const found = main?.manifest.kind === source.written.kind && main.manifest.spec ? patchesFor(source, main, trial) : undefined;
  if (!made || !main || !found) { return undefined; }
  const patches = leavesReplicas(source, others) && main.manifest.spec.replicas !== undefined ? [...found, REPLICAS_OF_OTHERS] : found;
  const variable = statement.variable!;
  const children = made.filter(object => object !== main && object.path.startsWith(`${chart.variable}/${id}/`))
    .map(object => childOf(object, object.path.split('/')[2], others, trial));
  const statements = [
    ...patches.length > 0 ? [patching(variable, patches, asDeployed)] : [],
    ...children.filter(child => child.source && child.patches.length > 0).map(({ child, patches: some }) => patching(`${variable}.node.findChild('${child}')`, some)),
    ...children.filter(child => !child.source).map(({ child }): Statement => ({ call: new Call(`${variable}.node.tryRemoveChild`, [child]), joined: true })),
  ];
  const count = patches.length + children.reduce((sum, child) => sum + (child.source ? child.patches.length : 1), 0);
  const isNamed = statements.length > 0;
  return {
    sources: [source, ...children.flatMap(child => child.source ?? [])],
    by,
    needs,
    statements: [isNamed ? statement : { call: statement.call }, ...statements],
    patches: count,
  };
}

const REPLICAS_OF_OTHERS: Patch = { op: 'remove', path: '/spec/replicas' };

/** True where somebody else says how many pods there are: written down, the number would be theirs no more. */
function leavesReplicas({ given, written }: Source, others: readonly Source[]): boolean {
  if (recordOf(written.spec).replicas !== undefined) { return false; }
  return isOfServer(given) || others.some(other => {
    const { name, kind = 'Deployment' } = recordOf(recordOf(other.written.spec).scaleTargetRef);
    return name === written.metadata?.name && kind === written.kind;
  });
}

/** More patches than these make an object that is easier to read as a literal. */
const MOST_PATCHES = 3;

/** What becomes of an object that comes with the app: it is one of those that are imported, or it is taken away. */
function childOf(object: MadeObject, child: string, others: readonly Source[], trial: Context['trial']) {
  const source = others.find(({ written }) => identityOf(written) === identityOf(object.manifest));
  const patches = source && patchesFor(source, object, trial);
  return source && patches && patches.length <= MOST_PATCHES ? { child, source, patches } : { child, patches: [] };
}

/** Patches that are the same for many apps stand in the program once. */
function patching(of: string, patches: readonly Patch[], asDeployed?: AsDeployed): Statement {
  const shared = asDeployed?.variableFor(patches);
  const args = shared ? [new Name(`...${shared.variable}`), ...patchCalls(patches.filter(patch => !shared.patches.includes(patch)))] : patchCalls(patches);
  return { call: new Call('ApiObject.of', [new Name(of)], CDK8S, { method: 'addJsonPatch', args }), joined: true };
}

import { patchCalls, patchesFor, tried } from './attempt';
import { Call, Name } from './code';
import { literal } from './literal';
import { idFor, kindWords, variableFor } from './names';
import { Context, Piece, linesOf } from './piece';
import { Source } from './source';
import { STATEFUL, memberOf, unlessEmpty } from './values';
import { Manifest, isRecord, listOf, recordOf } from '../kubernetes/manifest';
import { referenceTo } from '../manifest/inventory';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Constructs that make one object each, with their props; undefined where they do not fit. */
const KINDS: Readonly<Record<string, { readonly construct: string; readonly props: (manifest: Manifest) => Record<string, unknown> | undefined }>> = {
  'v1/Service': { construct: 'HeadlessService', props: headlessProps },
  'v1/Namespace': { construct: 'Namespace', props: namespaceProps },
};

/** An object as the construct that makes objects like it, or as it stands in YAML. */
export function smallPiece(source: Source, context: Context, isPlain: boolean): Piece {
  return (isPlain ? undefined : asConstruct(source, context)) ?? asLiteral(source, context);
}

function asConstruct(source: Source, { chart, ids, trial }: Context): Piece | undefined {
  const { apiVersion, kind } = source.written;
  const key = `${apiVersion}/${kind}`;
  const known = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
  const props = known?.props(source.written);
  if (!known || !props) { return undefined; }
  const { name } = referenceTo(source.given);
  const id = ids.take(idFor(name), idFor(`${name}-${kindWords(kind)}`));
  const given = unlessEmpty({ name: id === name ? undefined : name, ...props });
  const call = new Call(`new ${known.construct}`, [new Name(chart.variable), id, ...given ? [given] : []], STATEFUL);
  const made = tried([{ call }], chart, trial);
  const isSame = made?.length === 1 && patchesFor(source, made[0], trial)?.length === 0;
  const isShort = linesOf([{ call }]) <= linesOf([{ call: literal(new Name(chart.variable), id, source.written, chart.namespace) }]);
  return isSame && isShort ? { sources: [source], by: known.construct, needs: [], statements: [{ call }], patches: 0 } : undefined;
}

function headlessProps({ metadata, spec }: Manifest): Record<string, unknown> | undefined {
  const { clusterIP, selector, ports, publishNotReadyAddresses } = recordOf(spec);
  if (clusterIP !== 'None' || !isRecord(selector)) { return undefined; }
  const named = listOf(ports).filter(isRecord).map(({ name, port, protocol }) => ({ name, port, protocol: protocol === 'TCP' ? undefined : memberOf('Protocol', protocol) }));
  return {
    selector,
    ports: named.length > 0 ? named : undefined,
    publishNotReadyAddresses: publishNotReadyAddresses === true ? undefined : false,
    labels: unlessEmpty(recordOf(metadata?.labels)),
  };
}

function namespaceProps({ metadata }: Manifest): Record<string, unknown> | undefined {
  const { [ENFORCE]: enforced, ...labels } = recordOf(metadata?.labels);
  if (!['restricted', 'baseline', 'privileged'].includes(enforced)) { return undefined; }
  return {
    podSecurity: enforced === 'restricted' ? undefined : new Name(`PodSecurity.${enforced.toUpperCase()}`, STATEFUL),
    labels: unlessEmpty(labels),
  };
}

/** What cdk8s would lose or a compiler would refuse is patched. */
function asLiteral(source: Source, { chart, ids, variables, trial }: Context): Piece {
  const { kind, name } = referenceTo(source.given);
  const id = ids.take(idFor(name), idFor(`${name}-${kindWords(kind)}`));
  const call = literal(new Name(chart.variable), id, source.written, chart.namespace);
  const made = tried([{ call }], chart, trial);
  const patches = made?.length === 1 ? patchesFor(source, made[0], trial) : undefined;
  const piece = { sources: [source], by: 'ApiObject', needs: [] };
  if (!patches) { return { ...piece, statements: [], patches: 0, problem: 'cdk8s cannot write it as it is' }; }
  if (patches.length === 0) { return { ...piece, statements: [{ call }], patches: 0 }; }
  const variable = variables.take(variableFor(name), variableFor(name, kind));
  const patching = new Call(`${variable}.addJsonPatch`, patchCalls(patches));
  return { ...piece, statements: [{ variable, call }, { call: patching, joined: true }], patches: patches.length };
}

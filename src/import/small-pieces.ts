import { patchCalls, patchesFor, tried } from './attempt';
import { Call, Name } from './code';
import { CDK8S, literal } from './literal';
import { idFor, kindWords, variableFor } from './names';
import { Context, Piece, linesOf } from './piece';
import { Source } from './source';
import { STATEFUL, memberOf, unlessEmpty } from './values';
import { Manifest, isRecord, listOf, recordOf } from '../kubernetes/manifest';
import { referenceTo } from '../manifest/inventory';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

interface SmallKind {
  readonly construct: string;
  /** Its props; undefined where it does not fit. */
  readonly props: (manifest: Manifest) => Record<string, unknown> | undefined;
  /** How many patches it is worth. @default 0 */
  readonly mostPatches?: number;
}

/** Constructs that make one object each. */
const KINDS: Readonly<Record<string, SmallKind>> = {
  'v1/Service': { construct: 'HeadlessService', props: headlessProps },
  'v1/Namespace': { construct: 'Namespace', props: namespaceProps },
  // Server and path are not said in any other class; a class is immutable, so what differs from ours has to stay.
  'storage.k8s.io/v1/StorageClass': { construct: 'NfsStorage', props: nfsProps, mostPatches: 3 },
};

/** An object as the construct that makes objects like it, or as it stands in YAML. */
export function smallPiece(source: Source, context: Context, isPlain: boolean): Piece {
  return (isPlain ? undefined : asConstruct(source, context)) ?? asLiteral(source, context);
}

function asConstruct(source: Source, { chart, ids, variables, trial }: Context): Piece | undefined {
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
  const patches = made?.length === 1 ? patchesFor(source, made[0], trial) : undefined;
  const isShort = linesOf([{ call }]) <= linesOf([{ call: literal(new Name(chart.variable), id, source.written, chart.namespace) }]);
  if (!patches || patches.length > (known.mostPatches ?? 0) || !isShort) {
    ids.release(id);
    return undefined;
  }
  const piece = { sources: [source], by: known.construct, needs: [], patches: patches.length };
  if (patches.length === 0) { return { ...piece, statements: [{ call }] }; }
  const variable = variables.take(variableFor(name), variableFor(name, kind));
  const patching = new Call('ApiObject.of', [new Name(variable)], CDK8S, { method: 'addJsonPatch', args: patchCalls(patches) });
  return { ...piece, statements: [{ variable, call }, { call: patching, joined: true }] };
}

const CSI_DRIVER = 'nfs.csi.k8s.io';
const FATES = ['retain', 'archive', 'delete'];

/** A class of the NFS driver: what is left out there is what the driver does by itself. */
function nfsProps({ metadata, provisioner, parameters, mountOptions, reclaimPolicy }: Manifest): Record<string, unknown> | undefined {
  const { server, share, subDir, mountPermissions, onDelete = reclaimPolicy === 'Retain' ? 'retain' : 'delete' } = recordOf(parameters);
  if (provisioner !== CSI_DRIVER || !server || !share || !FATES.includes(onDelete)) { return undefined; }
  const options = unlessEmpty({
    storageClassName: metadata?.name,
    subDir,
    onDelete: onDelete === 'retain' ? undefined : new Name(`NfsOnDelete.${onDelete.toUpperCase()}`, STATEFUL),
    mountPermissions,
  });
  return {
    server,
    path: share,
    mountOptions: listOf(mountOptions).length > 0 ? mountOptions : undefined,
    backend: new Call('NfsBackend.csiDriver', [options], STATEFUL),
  };
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

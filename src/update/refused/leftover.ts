import { isRecord, listOf, recordOf } from '../../manifest/manifest';
import { podTemplateOf } from '../../manifest/workload';
import { EffectRule, Hit, Update } from '../update';

/** Kinds whose pod template the server validates and lets change. */
const KINDS: ReadonlySet<string> = new Set(['Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'CronJob']);
const HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'];
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** A part of a template of which only one variant may be there. */
interface Choice {
  readonly path: string;
  readonly what: string;
  readonly variants: readonly string[];
}

function choices(spec: Record<string, any>, root: string): Choice[] {
  const volumes = listOf(spec.volumes).map((volume, index) => ({
    path: `${root}/volumes/${index}`,
    what: `volume '${recordOf(volume).name}'`,
    variants: Object.keys(recordOf(volume)).filter(key => key !== 'name'),
  }));
  const containers = ['containers', 'initContainers'].flatMap(field => listOf(spec[field]).map((container, index) => ({
    container: recordOf(container), path: `${root}/${field}/${index}`,
  })));
  return [...volumes, ...containers.flatMap(({ container, path }) => handlers(container, path))];
}

function handlers(container: Record<string, any>, path: string): Choice[] {
  const lifecycle = recordOf(container.lifecycle);
  return [
    ...PROBES.map(name => ({ name, value: container[name], at: `${path}/${name}` })),
    ...Object.keys(lifecycle).map(name => ({ name, value: lifecycle[name], at: `${path}/lifecycle/${name}` })),
  ].filter(({ value }) => isRecord(value)).map(({ name, value, at }) => ({
    path: at,
    what: `${name} of container '${container.name}'`,
    variants: HANDLERS.filter(handler => value[handler] !== undefined),
  }));
}

/** The old variant had defaults that nobody owns, so it stays beside the new one. */
function leftBehind({ after, given }: Update): Hit[] {
  const template = KINDS.has(after.kind) ? podTemplateOf(after) : undefined;
  if (!template) { return []; }
  const written = new Map(choices(recordOf(podTemplateOf(given.after)?.spec), `${template.path}/spec`).map(({ path, variants }) => [path, variants]));
  return choices(template.spec, `${template.path}/spec`).filter(({ variants }) => variants.length > 1).map(({ path, what, variants }) => {
    const wanted = written.get(path) ?? [];
    const left = variants.filter(variant => !wanted.includes(variant));
    return {
      path,
      part: path,
      message: left.length > 0
        ? `${what} becomes ${wanted.join(', ')}, but the server had written defaults into ${left.join(', ')}; server-side apply leaves them, and the two together are refused`
        : `${what} has ${variants.join(' and ')}, and only one is allowed`,
      fix: left.length > 0 ? `use another name for it, or remove ${left.join(', ')} with kubectl patch first` : 'keep one of them',
    };
  });
}

export const LEFTOVER_RULES: readonly EffectRule[] = [{
  id: 'leftover-variant',
  title: 'Another kind of probe or volume under the same name',
  effect: 'refused',
  kinds: [...KINDS],
  fields: 'spec.template.spec: volumes, probes, lifecycle hooks',
  why: 'server-side apply removes what the manifest had set, not what the server had defaulted (the scheme of an httpGet, the mode of a configMap)',
  fix: 'give the volume another name, or remove the old variant with kubectl patch first',
  updated: leftBehind,
}];

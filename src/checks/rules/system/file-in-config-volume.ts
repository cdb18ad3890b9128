import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (path: string) => together(
  objectYaml('v1', 'ConfigMap', 'conf', 'data: {app.yaml: "a: 1"}'),
  objectYaml('v1', 'Secret', 'login', 'stringData: {login.yaml: "b: 1"}'),
  podYaml(`containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: conf, mountPath: /etc/app}, {name: login, mountPath: ${path}/login.yaml, subPath: login.yaml}]}]`,
    'volumes: [{name: conf, configMap: {name: conf}}, {name: login, secret: {secretName: login}}]'));

export const fileInConfigVolume: Check = {
  id: 'file-in-config-volume',
  why: 'the volume of a ConfigMap or Secret cannot be written to, so the kubelet makes the places of mounts below it beforehand, and makes directories of all of them. '
    + 'A file cannot be mounted on a directory: the container is not started ("not a directory", or MountVolume.SetUp failed)',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const volumes = new Map(listOf(template.spec.volumes).map(recordOf).map(volume => [textOf(volume.name), volume]));
      for (const { container, path } of containersOf(template)) {
        const mounts = listOf(container.volumeMounts).map(recordOf);
        const outer = new Map(mounts.filter(({ name, subPath, subPathExpr }) => isFixed(volumes.get(textOf(name))) && !subPath && !subPathExpr)
          .map(({ name, mountPath }) => [directoryOf(mountPath), textOf(name)]));
        if (outer.size === 0) { continue; }
        for (const [i, mount] of mounts.entries()) {
          const around = isFile(mount, volumes.get(textOf(mount.name))) ? aroundOf(directoryOf(mount.mountPath), outer) : undefined;
          if (around === undefined) { continue; }
          yield {
            object: workload,
            path: `${path}/volumeMounts/${i}/mountPath`,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} gets a file at ${textOf(mount.mountPath)}, inside of the volume '${outer.get(around)}' at ${around}, which cannot be written to`,
            fix: `mount both by one projected volume at ${around}, each file by itself with subPath, or this one in another directory`,
          };
        }
      }
    }
  },
  bad: example('/etc/app'),
  good: example('/etc/login'),
};

/** What the kubelet fills, and nobody else. */
const FIXED = ['configMap', 'secret', 'projected', 'downwardAPI'];

function isFixed(volume: Record<string, unknown> | undefined): boolean {
  return volume !== undefined && FIXED.some(field => volume[field] !== undefined);
}

/** A key of a ConfigMap is a file. What others have under a name with an end, such as `app.conf`, is one, or was meant to be one. */
function isFile({ mountPath, subPath }: Record<string, any>, volume: Record<string, any> | undefined): boolean {
  if (typeof subPath !== 'string' || subPath === '' || volume === undefined) { return false; }
  const { items } = recordOf(volume.configMap ?? volume.secret);
  if (volume.configMap !== undefined || volume.secret !== undefined) { return !listOf(items).some(item => textOf(recordOf(item).path).startsWith(`${subPath}/`)); }
  const [name] = /[^/]+$/.exec(subPath) ?? [''];
  return /[^.]\.(cfg|cnf|conf|crt|ini|json|key|pem|properties|sh|toml|txt|xml|ya?ml)$/.test(name) && directoryOf(mountPath).endsWith(`/${name}`);
}

function aroundOf(path: string, outer: ReadonlyMap<string, string>): string | undefined {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (outer.has(path.slice(0, slash))) { return path.slice(0, slash); }
  }
  return undefined;
}

function directoryOf(path: unknown): string {
  return textOf(path).replace(/\/+$/, '');
}

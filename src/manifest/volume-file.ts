import { USUAL_FILE_MODE } from '../kubernetes/file-mode';
import { isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { PodTemplate } from '../kubernetes/workload';

/** A file of a ConfigMap or Secret as a container sees it, or a directory of them. */
export interface VolumeFile {
  readonly mode: number;
  /** Its name in the volume. */
  readonly name: string;
  /** What the volume is made of. */
  readonly source: { readonly kind: 'ConfigMap' | 'Secret'; readonly name: string };
  /** The files that the volume is said to have. @default - one for each key */
  readonly files?: readonly string[];
  /** Where the mode of all files of the volume stands, or would stand. */
  readonly path: string;
}

/** The file or directory that a container sees at a path; undefined if it is of no ConfigMap or Secret, or nobody knows of which. */
export function volumeFileAt(path: string, { volumeMounts }: Record<string, any>, { spec, path: template }: PodTemplate): VolumeFile | undefined {
  const mounts = listOf(volumeMounts).map(recordOf).filter(({ mountPath }) => isAt(path, directoryOf(mountPath)));
  const [mount] = mounts.sort((a, b) => textOf(b.mountPath).length - textOf(a.mountPath).length);
  if (!mount || mount.subPathExpr !== undefined) { return undefined; }
  const index = listOf(spec.volumes).findIndex(volume => recordOf(volume).name === mount.name);
  const volume = recordOf(listOf(spec.volumes)[index]);
  const source = ['configMap', 'secret'].find(name => isRecord(volume[name]));
  if (source === undefined) { return undefined; }
  const { defaultMode = USUAL_FILE_MODE, items } = volume[source];
  const name = mount.subPath === undefined ? path.slice(directoryOf(mount.mountPath).length + 1) : textOf(mount.subPath);
  const mode = listOf(items).map(recordOf).find(item => textOf(item.path) === name)?.mode ?? defaultMode;
  return typeof mode !== 'number' ? undefined : {
    mode,
    name,
    source: source === 'secret' ? { kind: 'Secret', name: textOf(volume.secret.secretName) } : { kind: 'ConfigMap', name: textOf(volume.configMap.name) },
    ...items !== undefined && { files: listOf(items).map(item => textOf(recordOf(item).path)) },
    path: `${template}/spec/volumes/${index}/${source}/defaultMode`,
  };
}

const directoryOf = (mountPath: unknown) => textOf(mountPath).replace(/\/+$/, '');
const isAt = (path: string, directory: string) => directory !== '' && (path === directory || path.startsWith(`${directory}/`));

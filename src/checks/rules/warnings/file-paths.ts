import { listOf, recordOf } from '../../../kubernetes/manifest';
import { parentsOf } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { podExample } from '../object/examples';
import { Broken, Rule, forRecords, isText, rulesFor } from '../object/rule';

const config = (items: string) => podExample(`volumes: [{name: conf, configMap: {name: web, items: [${items}]}}]`);

export const overlappingFilePaths: Rule = {
  id: 'overlapping-file-paths',
  why: 'of two files at one path one is lost, and a path cannot be a file and a directory at once',
  severity: 'warning',
  since: '1.32',
  fix: 'write each file to a path of its own, and name a source for each part of a projected volume',
  bad: config('{key: a, path: conf}, {key: b, path: conf/b}'),
  good: config('{key: a, path: conf/a}, {key: b, path: conf/b}'),
};

export const filePathWarnings: ObjectCheck = rulesFor(['/Pod'], [overlappingFilePaths], (pod, broken) => {
  forRecords(recordOf(pod.spec).volumes, (volume, index) => {
    const at = `/spec/volumes/${index}`;
    for (const type of ['configMap', 'secret', 'downwardAPI']) {
      if (volume[type]) { checkPaths(itemPaths(volume[type], `${at}/${type}`), broken); }
    }
    if (volume.projected) { checkProjected(recordOf(volume.projected).sources, `${at}/projected/sources`, broken); }
  });
});

interface FilePath {
  readonly path: string;
  readonly at: string;
}

function itemPaths(source: unknown, at: string): FilePath[] {
  return listOf(recordOf(source).items).map((item, index) => ({ path: trimmed(recordOf(item).path), at: `${at}/items/${index}/path` }));
}

/** Fields of a source in a projected volume that are paths themselves. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  serviceAccountToken: ['path'],
  clusterTrustBundle: ['path'],
  podCertificate: ['certificateChainPath', 'keyPath', 'credentialBundlePath'],
};

function checkProjected(sources: unknown, at: string, broken: Broken) {
  const paths: FilePath[] = [];
  listOf(sources).forEach((source, index) => {
    const types = Object.keys(recordOf(source));
    if (types.length === 0) { broken(overlappingFilePaths, `${at}/${index}`, 'this part of the volume has no source'); }
    for (const type of types) {
      const place = `${at}/${index}/${type}`;
      const own = (Object.hasOwn(PATHS, type) ? PATHS[type] : []).map(field => ({ path: trimmed(recordOf(source[type])[field]), at: `${place}/${field}` }));
      paths.push(...itemPaths(source[type], place), ...own);
    }
  });
  checkPaths(paths, broken);
}

function trimmed(path: unknown): string {
  return isText(path) ? path.replace(/\/+$/, '') : '';
}

function checkPaths(paths: readonly FilePath[], broken: Broken) {
  if (paths.length < 2) { return; }
  /** The first file at each path, and the first one below each directory. */
  const [files, inDirectory] = [new Map<string, number>(), new Map<string, number>()];
  paths.forEach(({ path, at }, index) => {
    if (!path) { return; }
    const directories = parentsOf(path);
    const first = [path, ...directories].reduce((least, one) => Math.min(least, files.get(one) ?? Infinity), inDirectory.get(path) ?? Infinity);
    if (first !== Infinity) { broken(overlappingFilePaths, at, `${show(path)} overlaps with ${show(paths[first].path)} at ${paths[first].at}`); }
    if (!files.has(path)) { files.set(path, index); }
    for (const directory of directories) { if (!inDirectory.has(directory)) { inDirectory.set(directory, index); } }
  });
}

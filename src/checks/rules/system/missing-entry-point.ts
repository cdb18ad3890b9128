import { Manifest, groupOf, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { Inventory, namespaceOf } from '../../../manifest/inventory';
import { Repository, isOf } from '../../../manifest/repository';
import { Check, SystemProblem } from '../../engine/check';

/** Where a program is told to find manifests. */
interface EntryPoint {
  readonly object: Manifest;
  /** JSON pointer to the field that names the folder. */
  readonly path: string;
  readonly folder: string;
  readonly url: unknown;
  /** A branch, tag or commit. @default - the branch that the server of the repository has as its first */
  readonly revision?: unknown;
}

/** What an `Application` of Argo CD names: a folder, or a chart that is not in git. */
function* ofApplications(inventory: Inventory): Iterable<EntryPoint> {
  for (const object of inventory.ofKind('Application').filter(({ apiVersion }) => groupOf(apiVersion) === 'argoproj.io')) {
    const { source, sources } = recordOf(object.spec);
    const all: [unknown, string][] = [[source, '/spec/source'], ...listOf(sources).map((one, index): [unknown, string] => [one, pointer('spec', 'sources', index)])];
    for (const [written, at] of all) {
      const { repoURL, path, targetRevision } = recordOf(written);
      if (typeof path === 'string') { yield { object, path: `${at}/path`, folder: path, url: repoURL, revision: targetRevision }; }
    }
  }
}

/** What a `Kustomization` of Flux names, by way of a `GitRepository`. */
function* ofKustomizations(inventory: Inventory): Iterable<EntryPoint> {
  for (const object of inventory.ofKind('Kustomization').filter(({ apiVersion }) => groupOf(apiVersion) === 'kustomize.toolkit.fluxcd.io')) {
    const { path, sourceRef } = recordOf(object.spec);
    const { kind, name, namespace = namespaceOf(object) } = recordOf(sourceRef);
    if (kind !== 'GitRepository' || typeof path !== 'string') { continue; }
    const source = inventory.ofKind('GitRepository').find(other => other.metadata?.name === name && namespaceOf(other) === namespace);
    const { url, ref } = recordOf(source?.spec);
    const { branch, tag, commit, semver, name: reference } = recordOf(ref);
    yield { object, path: '/spec/path', folder: path, url, revision: commit ?? reference ?? semver ?? tag ?? branch };
  }
}

export const missingEntryPoint: Check = {
  id: 'missing-entry-point',
  why: 'Argo CD and Flux apply what stands in a folder of a git repository; of one that is not there they apply nothing',
  severity: 'warning',
  run: function* (inventory, { repository }) {
    if (!repository) { return; }
    for (const entry of [...ofApplications(inventory), ...ofKustomizations(inventory)]) {
      const isHere = isOf(repository, entry.url) && isCheckedOut(entry.revision, repository);
      if (isHere && !repository.hasFolder(fromTop(entry.folder))) { yield problem(entry); }
    }
  },
};

function isCheckedOut(revision: unknown, { branch }: Repository): boolean {
  return [undefined, null, '', 'HEAD'].includes(revision as string) || branch !== undefined && revision === branch;
}

function problem({ object, path, folder }: EntryPoint): SystemProblem {
  return {
    object,
    path,
    message: `${object.kind} '${textOf(object.metadata?.name)}' applies the folder '${folder}', which this repository does not have`,
    fix: 'name a folder of the repository, from its top; or commit the folder',
  };
}

const fromTop = (folder: string) => folder.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');

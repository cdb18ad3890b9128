import { Manifest } from '../../kubernetes/manifest';
import { OPERATED_KINDS, fateOfOperatedData } from '../../manifest/operated-data';
import { takenAlongWith } from '../../manifest/taken-along';
import { ChangeStatement, Rule } from '../changes/rule';

function resourceRemoved(resource: Manifest): ChangeStatement[] {
  const fate = fateOfOperatedData(resource);
  if (fate === undefined) { return []; }
  return [{
    path: '',
    effect: fate === 'deleted' ? 'deletes-data' : 'strands-data',
    message: fate === 'deleted'
      ? `the ${resource.kind} is gone from the manifests: once it is deleted, its operator deletes its pods, and its volumes with all data`
      : `the ${resource.kind} is gone from the manifests: once it is deleted, its operator deletes its pods; the claims stay, and nothing uses them`,
  }];
}

function deployerRemoved(object: Manifest): ChangeStatement[] {
  const taken = takenAlongWith(object);
  if (!taken) { return []; }
  return [{
    path: '',
    effect: taken.what === 'everything' ? 'deletes-data' : 'access',
    message: taken.what === 'everything'
      ? `the ${object.kind} is gone from the manifests: once it is deleted, ${taken.by} deletes all that it has applied, with claims and namespaces`
      : `the ${object.kind} is gone from the manifests: once it is deleted, ${taken.by} uninstalls the release; claims of its StatefulSets stay, and those of its chart go`,
    fix: taken.fix,
  }];
}

export const OPERATOR_DANGERS: readonly Rule[] = [
  {
    id: 'operated-data-removed',
    title: 'Custom resource removed whose operator keeps data',
    effect: 'deletes-data',
    kinds: OPERATED_KINDS,
    fields: 'the whole object, also under another name',
    why: 'an operator takes a custom resource that is deleted for a database that shall go. Most delete its volumes too; under another name an empty database begins',
    fix: 'keep it under its name; if it shall go, back up the data first, and delete it by name',
    removed: resourceRemoved,
  },
  {
    id: 'deployer-removed',
    title: 'Object of a deployer removed that deletes what it applied',
    effect: 'deletes-data',
    kinds: ['Kustomization', 'HelmRelease', 'Application', 'ApplicationSet'],
    fields: 'the whole object; spec.prune, spec.deletionPolicy, the finalizer',
    why: 'Flux deletes the objects of a Kustomization with prune: true and uninstalls a HelmRelease, and Argo CD deletes those of an Application with its finalizer, as soon as it is deleted itself',
    fix: 'tell it to leave its objects first, and let that be applied; remove it after that',
    removed: deployerRemoved,
  },
];

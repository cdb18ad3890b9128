import { checkClaimSpec } from './claim-spec';
import { podExample } from './examples';
import { checkDownwardFile } from './field-refs';
import { PROJECTION_RULES, checkProjection } from './projections';
import { Broken, Rule, forRepeated, givenOf, isGiven, isText, namesIn } from './rule';
import { checkVolumeSource } from './volume-sources';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const volumeNames: Rule = {
  id: 'duplicate-volume-name',
  why: 'containers mount a volume by its name, so each name stands for one volume',
  fix: 'give each volume of the Pod a name of its own',
  bad: podExample('volumes: [{name: data, emptyDir: {}}, {name: data, emptyDir: {}}]'),
  good: podExample('volumes: [{name: data, emptyDir: {}}, {name: tmp, emptyDir: {}}]'),
};

export const volumeSource: Rule = {
  id: 'volume-source',
  why: 'a volume comes from one place only',
  fix: 'write one source for each volume; projected puts several sources into one directory',
  bad: podExample('volumes: [{name: data, emptyDir: {}, hostPath: {path: /data}}]'),
  good: podExample('volumes: [{name: data, hostPath: {path: /data}}]'),
};

export const volumeWithoutSource: Rule = {
  id: 'volume-without-source',
  why: 'a volume that names no source silently becomes an emptyDir, and its data is gone with the Pod',
  severity: 'warning',
  fix: 'name the source; write emptyDir: {} if that is what you mean',
  bad: podExample('volumes: [{name: data}]'),
  good: podExample('volumes: [{name: data, emptyDir: {}}]'),
};

export const projectedSource: Rule = {
  id: 'projected-source',
  why: 'each entry of a projected volume is one source, and each file has one place in the directory',
  fix: 'write one source for each entry, and another path for each file',
  bad: podExample('volumes: [{name: all, projected: {sources: [{secret: {name: a}, configMap: {name: b}}]}}]'),
  good: podExample('volumes: [{name: all, projected: {sources: [{secret: {name: a}}, {configMap: {name: b}}]}}]'),
};

export const ephemeralClaim: Rule = {
  id: 'ephemeral-volume-claim',
  why: 'a generic ephemeral volume is a claim that lives and dies with the Pod; only its labels, annotations and spec can be chosen',
  fix: 'leave only labels and annotations in the metadata of volumeClaimTemplate, and mount the volume by its own name',
  bad: podExample('volumes: [{name: data, ephemeral: {volumeClaimTemplate: {metadata: {name: mine}, ' +
    'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}]'),
  good: podExample('volumes: [{name: data, ephemeral: {volumeClaimTemplate: ' +
    '{spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}]'),
};

export const imageVolume: Rule = {
  id: 'image-volume',
  podsOnly: { until: '1.37' },
  why: 'a volume made of an image needs the name of the image; before Kubernetes 1.37 a template without it is accepted, and its Pods are refused',
  since: '1.35',
  fix: 'write image.reference, such as example.com/models:1.0',
  bad: podExample('volumes: [{name: model, image: {pullPolicy: Always}}]'),
  good: podExample('volumes: [{name: model, image: {reference: "example.com/models:1.0"}}]'),
};

export const VOLUME_RULES = [volumeNames, volumeSource, volumeWithoutSource, projectedSource, ephemeralClaim, imageVolume, ...PROJECTION_RULES];

/** Where the volumes of a Pod can come from. */
export const VOLUME_SOURCES: ReadonlySet<string> = new Set([
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'fc',
  'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs', 'hostPath', 'image', 'iscsi', 'nfs', 'persistentVolumeClaim',
  'photonPersistentDisk', 'portworxVolume', 'projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume',
]);

export function checkVolumes(pod: Manifest, broken: Broken) {
  const volumes = listOf(recordOf(pod.spec).volumes);
  forRepeated(volumes, volume => recordOf(volume).name, (volume, index) =>
    broken(volumeNames, `/spec/volumes/${index}/name`, `another volume of this Pod is already called ${show(volume.name)}`));
  const created = claimsToCreate(pod, volumes);
  volumes.forEach((volume, index) => {
    if (!isRecord(volume)) { return; }
    const at = `/spec/volumes/${index}`;
    checkVolume(volume, at, broken);
    if (isRecord(volume.ephemeral) && claimToCreate(pod, volume).length > MAX_NAME) {
      broken(ephemeralClaim, `${at}/name`, `the claim is called like the Pod and the volume together, which is more than ${MAX_NAME} characters`, 'take a shorter name');
    }
    const claimName = recordOf(volume.persistentVolumeClaim).claimName;
    if (created?.has(claimName)) {
      broken(ephemeralClaim, `${at}/persistentVolumeClaim/claimName`, `the claim ${show(claimName)} is made for an ephemeral volume of this very Pod`);
    }
  });
}

/** Names of the claims that are made for the ephemeral volumes of this Pod. */
function claimsToCreate(pod: Manifest, volumes: readonly any[]): Set<string> | undefined {
  const ephemeral = volumes.filter(volume => isRecord(recordOf(volume).ephemeral));
  return ephemeral.length > 0 ? new Set(ephemeral.map(volume => claimToCreate(pod, volume))) : undefined;
}

const MAX_NAME = 253;

function claimToCreate(pod: Manifest, { name }: Record<string, any>): string {
  return `${textOf(pod.metadata?.name)}-${textOf(name)}`;
}

function checkVolume(volume: Record<string, any>, at: string, broken: Broken) {
  const sources = Object.keys(volume).filter(field => VOLUME_SOURCES.has(field) && isGiven(volume[field]));
  if (sources.length > 1) {
    broken(volumeSource, `${at}/${sources[1]}`, `volume ${show(volume.name)} has ${sources.length} sources: ${namesIn(sources, 'and')}`);
  }
  if (sources.length === 0) { broken(volumeWithoutSource, at, `${volume.name === undefined ? 'a volume' : `volume ${show(volume.name)}`} names no source`); }
  for (const source of sources) {
    if (!isRecord(volume[source])) { continue; }
    checkVolumeSource(source, volume[source], volume.name, `${at}/${source}`, broken);
    if (source === 'projected') { checkProjected(volume.projected, `${at}/projected/sources`, broken); }
    if (source === 'image' && !isText(volume.image.reference)) { broken(imageVolume, `${at}/image/reference`, `volume ${show(volume.name)} names no image`); }
    if (source === 'ephemeral') { checkEphemeral(volume.ephemeral, `${at}/ephemeral/volumeClaimTemplate`, broken); }
    if (source === 'downwardAPI') {
      listOf(volume.downwardAPI.items).forEach((file, index) => checkDownwardFile(file, `${at}/downwardAPI/items/${index}`, broken));
    }
  }
}

const PROJECTED_SOURCES = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];

function checkProjected({ sources }: Record<string, any>, at: string, broken: Broken) {
  const files: { path: unknown; at: string }[] = [];
  listOf(sources).forEach((entry, index) => {
    if (!isRecord(entry)) { return; }
    const given = givenOf(entry, PROJECTED_SOURCES);
    if (given.length > 1) { broken(projectedSource, `${at}/${index}/${given[1]}`, `one entry has ${given.length} sources: ${namesIn(given, 'and')}`); }
    for (const source of given) {
      listOf(recordOf(entry[source]).items).forEach((file, position) => {
        const where = `${at}/${index}/${source}/items/${position}`;
        files.push({ path: recordOf(file).path, at: `${where}/path` });
        if (source === 'downwardAPI') { checkDownwardFile(file, where, broken); }
      });
      files.push(...checkProjection(source, entry[source], `${at}/${index}/${source}`, broken));
    }
  });
  forRepeated(files, file => file.path, file => broken(projectedSource, file.at, `another file of this volume is already at ${show(file.path)}`));
}

function checkEphemeral({ volumeClaimTemplate }: Record<string, any>, at: string, broken: Broken) {
  if (!isRecord(volumeClaimTemplate)) {
    if (!isGiven(volumeClaimTemplate)) { broken(ephemeralClaim, at, 'the ephemeral volume does not say what it claims', 'add volumeClaimTemplate'); }
    return;
  }
  for (const [field, value] of Object.entries(recordOf(volumeClaimTemplate.metadata))) {
    const chosen = isGiven(value) && (typeof value !== 'string' || isText(value));
    if (field !== 'labels' && field !== 'annotations' && chosen) {
      broken(ephemeralClaim, `${at}/metadata/${field}`, `metadata.${field} of the claim cannot be chosen`);
    }
  }
  checkClaimSpec(recordOf(volumeClaimTemplate.spec), true, `${at}/spec`, broken);
}

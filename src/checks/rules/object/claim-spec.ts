import { example } from './examples';
import { checkLabelSelector } from './label-selector';
import { Broken, Rule, isGiven, isText } from './rule';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';

const CLAIM = 'resources: {requests: {storage: 1Gi}}';

export const claimSize: Rule = {
  id: 'claim-size',
  why: 'a claim without a size, or of no size, cannot be provisioned',
  fix: 'write resources.requests.storage, such as 1Gi',
  bad: example('PersistentVolumeClaim', 'v1', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 0}}}'),
  good: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}}`),
};

export const accessModes: Rule = {
  id: 'access-modes',
  why: 'a claim or volume without access modes is refused, and ReadWriteOncePod promises one Pod alone',
  fix: 'write accessModes: [ReadWriteOnce], or ReadWriteOncePod alone',
  bad: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOncePod, ReadOnlyMany], ${CLAIM}}`),
  good: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOncePod], ${CLAIM}}`),
};

export const claimDataSource: Rule = {
  id: 'claim-data-source',
  why: 'a claim is filled from one source: another claim, or an object of a named API group',
  fix: 'name one source; write apiGroup unless it is a PersistentVolumeClaim',
  bad: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSourceRef: {kind: VolumeSnapshot, name: a}}`),
  good: example('PersistentVolumeClaim', 'v1',
    `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSourceRef: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a}}`),
};

export const droppedDataSource: Rule = {
  id: 'dropped-data-source',
  why: 'dataSource takes claims and snapshots only, and sources are in the namespace of the claim; the API server drops anything else without a word, and the volume starts empty',
  severity: 'warning',
  fix: 'write dataSourceRef; for a snapshot apiGroup: snapshot.storage.k8s.io',
  bad: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSource: {kind: VolumeSnapshot, name: a}}`),
  good: example('PersistentVolumeClaim', 'v1',
    `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a}}`),
};

export const dataSourceGroup: Rule = {
  id: 'data-source-group',
  why: 'the group of a data source is one of the API, so its name is a DNS name',
  severity: 'error',
  since: '1.29',
  fix: 'write the API group without its version, such as snapshot.storage.k8s.io',
  bad: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSourceRef: {apiGroup: a.example.com/v1, kind: Disk, name: a}}`),
  good: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSourceRef: {apiGroup: a.example.com, kind: Disk, name: a}}`),
};

export const CLAIM_SPEC_RULES = [claimSize, accessModes, claimDataSource, droppedDataSource, dataSourceGroup];

/** The spec of a claim: of a PersistentVolumeClaim, or of the template of one, of which the server drops nothing. */
export function checkClaimSpec(spec: Record<string, any>, isTemplate: boolean, at: string, broken: Broken) {
  checkAccessModes(spec.accessModes, `${at}/accessModes`, broken);
  checkClaimSize(recordOf(recordOf(spec.resources).requests).storage, at, broken);
  if (isRecord(spec.selector)) { checkLabelSelector(spec.selector, `${at}/selector`, broken); }
  if (isTemplate) { checkTemplateSources(spec, at, broken); } else { checkDataSources(spec, at, broken); }
}

export function checkAccessModes(modes: unknown, at: string, broken: Broken) {
  const list = listOf(modes);
  if (list.length === 0 && (Array.isArray(modes) || !isGiven(modes))) { broken(accessModes, at, 'there are no access modes'); }
  if (list.includes('ReadWriteOncePod') && list.some(mode => mode !== 'ReadWriteOncePod')) {
    broken(accessModes, at, 'ReadWriteOncePod stands beside other access modes', 'write ReadWriteOncePod alone, or the others without it');
  }
}

function checkClaimSize(storage: unknown, at: string, broken: Broken) {
  if (!isGiven(storage)) {
    broken(claimSize, `${at}/resources/requests/storage`, 'the claim does not say how much it wants');
  } else {
    const size = parseQuantity(storage);
    if (size !== undefined && size <= 0n) { broken(claimSize, `${at}/resources/requests/storage`, `the claim wants ${show(storage)}`); }
  }
}

function checkDataSources({ dataSource, dataSourceRef: ref }: Record<string, any>, at: string, broken: Broken) {
  // Sources in other namespaces are an alpha feature, which clusters have switched off.
  const dropped = isRecord(ref) && isText(ref.namespace);
  if (dropped) {
    broken(droppedDataSource, `${at}/dataSourceRef/namespace`, `the data source in the namespace ${show(ref.namespace)} will be dropped`, 'copy the source into the namespace of the claim');
  }
  const dataSourceRef = dropped ? undefined : ref;
  if (isRecord(dataSource) && !isGiven(dataSourceRef) && !isKept(dataSource)) {
    broken(droppedDataSource, `${at}/dataSource`, `the data source ${show(dataSource.kind ?? '')} will be dropped`);
  } else {
    checkTemplateSources({ dataSource, dataSourceRef }, at, broken);
  }
}

/** The sources in a template; they are not dropped. */
export function checkTemplateSources({ dataSource, dataSourceRef }: Record<string, any>, at: string, broken: Broken) {
  if (isRecord(dataSourceRef)) { checkSource(dataSourceRef, `${at}/dataSourceRef`, broken); }
  if (!isRecord(dataSource)) { return; }
  checkSource(dataSource, `${at}/dataSource`, broken);
  if (!isRecord(dataSourceRef)) { return; }
  if (isText(dataSourceRef.namespace)) {
    broken(claimDataSource, `${at}/dataSource`, 'dataSourceRef names a source in another namespace, and dataSource cannot', 'write dataSourceRef only');
  } else if (['kind', 'name', 'apiGroup'].some(field => (dataSource[field] ?? '') !== (dataSourceRef[field] ?? ''))) {
    broken(claimDataSource, `${at}/dataSource`, 'dataSource and dataSourceRef name different sources', 'write dataSourceRef only');
  }
}

/** The data sources of old: claims, and snapshots. */
function isKept({ apiGroup, kind }: Record<string, any>): boolean {
  return isText(apiGroup) ? kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io' : kind === 'PersistentVolumeClaim';
}

function checkSource(source: Record<string, any>, at: string, broken: Broken) {
  for (const field of ['kind', 'name']) {
    if (!isText(source[field])) { broken(claimDataSource, `${at}/${field}`, `the data source has no ${field}`, `add the ${field}`); }
  }
  if (!isText(source.apiGroup) && isText(source.kind) && source.kind !== 'PersistentVolumeClaim') {
    broken(claimDataSource, at, `the core API group has no data source ${show(source.kind)}`, 'add apiGroup, such as snapshot.storage.k8s.io');
  }
  if (isText(source.apiGroup) && !DNS_SUBDOMAIN.fits(source.apiGroup)) {
    broken(dataSourceGroup, `${at}/apiGroup`, `${show(source.apiGroup)} is no API group`, `write ${DNS_SUBDOMAIN.mustBe}`);
  }
  if (isText(source.namespace) && !DNS_LABEL.fits(source.namespace)) {
    broken(claimDataSource, `${at}/namespace`, `${show(source.namespace)} is no namespace`, `write ${DNS_LABEL.mustBe}`);
  }
}

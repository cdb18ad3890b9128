import { isRecord, listOf, recordOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import { show } from '../show';
import { example } from './examples';
import { checkLabelSelector } from './label-selector';
import { Broken, Rule, isGiven, isText } from './rule';

const CLAIM = 'resources: {requests: {storage: 1Gi}}';

export const claimSize: Rule = {
  id: 'claim-size',
  why: 'a claim without a size, or of no size, cannot be provisioned',
  severity: 'error',
  fix: 'write resources.requests.storage, such as 1Gi',
  bad: example('PersistentVolumeClaim', 'v1', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 0}}}'),
  good: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}}`),
};

export const accessModes: Rule = {
  id: 'access-modes',
  why: 'a claim or volume without access modes is refused, and ReadWriteOncePod promises one Pod alone',
  severity: 'error',
  fix: 'write accessModes: [ReadWriteOnce], or ReadWriteOncePod alone',
  bad: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOncePod, ReadOnlyMany], ${CLAIM}}`),
  good: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOncePod], ${CLAIM}}`),
};

export const claimDataSource: Rule = {
  id: 'claim-data-source',
  why: 'a claim is filled from one source: another claim, or an object of a named API group',
  severity: 'error',
  fix: 'write one of dataSource and dataSourceRef; add apiGroup unless the source is a PersistentVolumeClaim',
  bad: example('PersistentVolumeClaim', 'v1', `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSource: {kind: VolumeSnapshot, name: a}}`),
  good: example('PersistentVolumeClaim', 'v1',
    `spec: {accessModes: [ReadWriteOnce], ${CLAIM}, dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a}}`),
};

export const CLAIM_SPEC_RULES = [claimSize, accessModes, claimDataSource];

/** The spec of a claim, in a PersistentVolumeClaim or in the template of one. */
export function checkClaimSpec(spec: Record<string, any>, at: string, broken: Broken) {
  checkAccessModes(spec.accessModes, `${at}/accessModes`, broken);
  checkClaimSize(recordOf(recordOf(spec.resources).requests).storage, at, broken);
  if (isRecord(spec.selector)) { checkLabelSelector(spec.selector, `${at}/selector`, broken); }
  checkDataSources(spec, at, broken);
}

export function checkAccessModes(modes: unknown, at: string, broken: Broken) {
  const list = listOf(modes);
  if (list.length === 0) { broken(accessModes, at, 'there are no access modes'); }
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

function checkDataSources({ dataSource, dataSourceRef }: Record<string, any>, at: string, broken: Broken) {
  checkDataSource(dataSource, `${at}/dataSource`, broken);
  checkDataSource(dataSourceRef, `${at}/dataSourceRef`, broken);
  if (!isRecord(dataSource) || !isRecord(dataSourceRef)) { return; }
  if (dataSource.kind !== dataSourceRef.kind || dataSource.name !== dataSourceRef.name || dataSource.apiGroup !== dataSourceRef.apiGroup) {
    broken(claimDataSource, `${at}/dataSource`, 'dataSource and dataSourceRef name different sources', 'write dataSourceRef only');
  }
}

function checkDataSource(source: unknown, at: string, broken: Broken) {
  if (isRecord(source) && !isText(source.apiGroup) && isText(source.kind) && source.kind !== 'PersistentVolumeClaim') {
    broken(claimDataSource, at, `the core API group has no data source ${show(source.kind)}`, 'add apiGroup, such as snapshot.storage.k8s.io');
  }
}

import { Finding } from '../../src/reports/finding';
import { Report } from '../../src/reports/report';

export const SERVICE_FINDING: Finding = {
  rule: 'headless-service',
  severity: 'error',
  object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'db', name: 'data' },
  path: '/spec/serviceName',
  message: "Service 'data' has a cluster IP",
  fix: 'set clusterIP: None on it',
  place: { file: 'manifests/db.yaml', document: 1, line: 12, column: 7 },
};

export const IMAGE_FINDING: Finding = {
  ...SERVICE_FINDING,
  rule: 'image-tag',
  severity: 'warning',
  path: '/spec/template/spec/containers/0/image',
  message: "the image 'redis' has no tag",
  fix: "write 'redis:7.2.5'",
  place: { ...SERVICE_FINDING.place, line: 30 },
};

export const BROKEN_FILE_FINDING: Finding = {
  rule: 'syntax',
  severity: 'error',
  object: { apiVersion: '', kind: '', name: '' },
  path: '',
  message: 'not YAML: 100% <broken>, "quoted": \u0007\nsecond line',
  fix: 'correct the line',
  place: { file: '-', document: 0, line: 1, column: 1 },
};

export const REPORT: Report = {
  command: 'check',
  files: ['manifests/db.yaml', 'clean.yaml', '-'],
  objects: 5,
  findings: [SERVICE_FINDING, IMAGE_FINDING, BROKEN_FILE_FINDING],
  acknowledged: 2,
  failOn: 'error',
  rules: new Map([['headless-service', { why: 'pods get DNS names only from a headless Service' }]]),
};

export const CLEAN_REPORT: Report = { ...REPORT, findings: [], acknowledged: 0 };

/** A report on two versions, with a finding that holds on one of them. */
export const VERSIONS_REPORT: Report = {
  ...REPORT, kubernetesVersions: ['1.33', '1.36'], findings: [SERVICE_FINDING, { ...IMAGE_FINDING, kubernetesVersions: ['1.33'] }], acknowledged: 0,
};

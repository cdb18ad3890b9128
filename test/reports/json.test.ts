import { CLEAN_REPORT, REPORT } from './sample';
import { renderJson } from '../../src/reports/json';

test('a finding has exactly the fields that are promised', () => {
  const { findings } = JSON.parse(renderJson(REPORT));

  expect(findings[0]).toEqual({
    rule: 'headless-service',
    severity: 'error',
    object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'db', name: 'data' },
    path: '/spec/serviceName',
    message: "Service 'data' has a cluster IP",
    fix: 'set clusterIP: None on it',
    place: { file: 'manifests/db.yaml', document: 1, line: 12, column: 7 },
    url: 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/checks.md#headless-service',
  });
});

test('the summary counts files, objects and findings', () => {
  const { summary } = JSON.parse(renderJson(REPORT));

  expect(summary).toEqual({ files: 3, objects: 5, findings: 3, errors: 2, warnings: 1, infos: 0, acknowledged: 2 });
});

test('a clean run has an empty list, not none', () => {
  expect(JSON.parse(renderJson(CLEAN_REPORT)).findings).toEqual([]);
});

import { AFTER, BEFORE, reported } from './changes-sample';
import { CLEAN_REPORT, REPORT, VERSIONS_REPORT } from './sample';
import { changesAsJson, renderJson } from '../../src/reports/json';

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

test('a change has the fields that are promised', () => {
  const { changes, summary, plans } = JSON.parse(changesAsJson(reported(BEFORE, AFTER).diff));

  expect(Object.keys(changes[0])).toEqual(['id', 'rule', 'severity', 'effect', 'object', 'path', 'before', 'after', 'message', 'fix', 'claims']);
  expect(changes[0].object).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'data', name: 'db' });
  expect(summary).toEqual({ effects: { 'refused': 1, 'stale-data': 1, 'restart': 2 }, changes: 4, dangerous: 2, accepted: 0 });
  expect(plans).toBeUndefined();
});

test('numbers the steps of plans', () => {
  const { diff, plans } = reported(BEFORE, AFTER);

  const [{ steps }] = JSON.parse(changesAsJson(diff, plans)).plans;

  expect(steps[3]).toMatchObject({
    number: 4,
    action: 'delete',
    object: { kind: 'StatefulSet', name: 'db' },
    argv: ['kubectl', 'delete', 'statefulset/db', '-n', 'data', '--cascade=orphan', '--ignore-not-found', '--wait', '--timeout=600s'],
    wait: { for: 'delete' },
    wayBackFrom: 2,
  });
});

test('says which versions it speaks of, and what holds on some of them only', () => {
  const { kubernetesVersions, findings } = JSON.parse(renderJson(VERSIONS_REPORT));

  expect(kubernetesVersions).toEqual(['1.33', '1.36']);
  expect(findings.map((finding: any) => finding.kubernetesVersions)).toEqual([undefined, ['1.33']]);
  expect(JSON.parse(changesAsJson(reported(BEFORE, AFTER).diff)).kubernetesVersions).toEqual(['1.36']);
});

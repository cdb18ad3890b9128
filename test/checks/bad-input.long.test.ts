import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read/read';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, labels: {app: web}}
spec: {clusterIP: None, selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
`;

test('fifty megabytes of small documents are read and checked', () => {
  const filler = `data: "${'x'.repeat(900_000)}"\n`;
  const big = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n${filler.replace('data: ', 'data: {a: ').replace('"\n', '"}\n')}`;

  const findings = checkDocuments(readDocuments(Array.from({ length: 56 }, () => `${SERVICE}---\n${big}`).join('---\n'), 'big.yaml'), { scope: 'object' });

  expect(findings).toEqual([]);
});

test('fifty megabytes in one document are a finding', () => {
  const findings = checkDocuments(readDocuments(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${'  a: b\n'.repeat(7_200_000)}`, 'big.yaml'));

  expect(findings).toEqual([expect.objectContaining({ rule: 'unreadable' })]);
});

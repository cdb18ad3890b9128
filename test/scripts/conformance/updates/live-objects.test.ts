import { answerAbout } from '../../../../scripts/conformance/updates/live-objects';

const SAID = `Warning: the field in "/tmp/a/2.json" is deprecated
Error from server (Invalid): error when applying patch:
{"spec":{"replicas":-1}}
to:
Resource: "apps/v1, Resource=deployments", GroupVersionKind: "apps/v1, Kind=Deployment"
Name: "web", Namespace: "default"
for: "/tmp/a/1.json": error when patching "/tmp/a/1.json": Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1
error: error validating "/tmp/a/11.json": unknown field "spec.a"
`;

test('what kubectl says of a file is the answer about it', () => {
  const { refused, message } = answerAbout('/tmp/a/1.json', SAID, { apiVersion: 'apps/v1', kind: 'Deployment' });

  expect([refused, message]).toEqual([true, 'Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1']);
});

test('a file that it only warns of is accepted', () => {
  expect(answerAbout('/tmp/a/2.json', SAID, { apiVersion: 'apps/v1', kind: 'Deployment' })).toMatchObject({ refused: false, message: '' });
});

import { checkManifests } from '../../src/checks/run';
import { ApiModel } from '../../src/kubernetes/api/model';

const set = (container: object, more: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'a' },
  spec: { serviceName: 'a', selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'a:1', ...container }], ...more } } },
});
const laterOn = (version: string, manifest: object) =>
  checkManifests([manifest as any], { scope: 'object', model: ApiModel.of(version) }).filter(({ severity }) => severity === 'error').map(({ rule, later }) => `${rule} ${later === true}`);

test('what is wrong in the pods of a set shows when they are made, until the server looks at them', () => {
  const wrong = set({ ports: [{ containerPort: 99999 }] });

  expect(laterOn('1.33', wrong)).toEqual(['format-port true']);
  expect(laterOn('1.34', wrong)).toEqual(['format-port false']);
});

test('what cannot be decoded is refused at once', () => {
  expect(laterOn('1.33', set({ ports: [{ containerPort: '80' }] }))).toEqual(['schema-type false']);
  expect(laterOn('1.33', set({}, { containrs: [] }))).toEqual(['schema-unknown-field false']);
});

test('the restart policy is always looked at', () => {
  expect(laterOn('1.33', set({}, { restartPolicy: 'Never' }))).toEqual([expect.stringMatching(/ false$/)]);
});

test('other kinds have nothing that shows later', () => {
  expect(laterOn('1.33', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'a:1', ports: [{ containerPort: 99999 }] }] } })).toEqual(['format-port false']);
});

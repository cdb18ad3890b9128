import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';

const ingress = (annotations?: object): Manifest => ({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', annotations } as any, spec: { ingressClassName: 'nginx' } });
const namespace = (labels?: object): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } as any });
const effects = (before: Manifest, after: Manifest) => diff([before], [after]).changes.map(({ rule, effect }) => `${rule} ${effect}`);

test.each([
  ['another value', { 'nginx.ingress.kubernetes.io/rewrite-target': '/' }, { 'nginx.ingress.kubernetes.io/rewrite-target': '/a' }],
  ['the first annotation', undefined, { 'external-dns.alpha.kubernetes.io/hostname': 'a.example.com' }],
])('what serves an Ingress reads its annotations: %s', (_, before, after) => {
  expect(effects(ingress(before), ingress(after))).toEqual(['obeyed-metadata access']);
});

test.each([
  ['a tool', { 'argocd.argoproj.io/sync-wave': '1' }],
  ['Helm', { 'meta.helm.sh/release-name': 'a' }],
  ['kubectl', { 'kubectl.kubernetes.io/restartedAt': 'now' }],
  ['nobody', { owner: 'team-a' }],
])('and not those of %s', (_, annotations) => {
  expect(effects(ingress(), ingress(annotations))).toEqual(['metadata none']);
});

test('Pod Security takes its standard from a label of the namespace, and only warns by others', () => {
  const level = (mode: string) => namespace({ [`pod-security.kubernetes.io/${mode}`]: 'restricted' });

  expect([effects(namespace(), level('enforce')), effects(namespace(), level('warn'))]).toEqual([['obeyed-metadata in-place'], ['metadata none']]);
});

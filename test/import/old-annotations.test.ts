import { checkManifests } from '../../src/checks/run';
import { OLD_ANNOTATIONS } from '../../src/import/old-annotations';

test('a field that says something already is kept', () => {
  const { renew } = OLD_ANNOTATIONS.find(({ key }) => key === 'volume.beta.kubernetes.io/storage-class')!;
  const claim = { spec: { storageClassName: 'new' } };

  renew(claim, 'old', {});

  expect(claim).toEqual({ spec: { storageClassName: 'new' } });
});

test('the class of an Ingress becomes a field only where there is one', () => {
  const { renew } = OLD_ANNOTATIONS.find(({ key }) => key === 'kubernetes.io/ingress.class')!;

  expect(renew({ apiVersion: 'networking.k8s.io/v1beta1' }, 'nginx', {})).toBeUndefined();
  expect(renew({ apiVersion: 'networking.k8s.io/v1' }, 'nginx', {})).toBe('is the field spec.ingressClassName');
});

test.each(OLD_ANNOTATIONS.map(({ key }) => key))('%s is old to check, too', key => {
  const findings = checkManifests([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', annotations: { [key]: 'a' } } }]);

  expect(findings.map(({ rule }) => rule)).toContain('deprecated-annotation');
});

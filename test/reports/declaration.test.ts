import { fixInWords, inCode, inConfiguration, inOptions } from '../../src/reports/declaration';

test('a declaration is printed as the configuration file has it', () => {
  const written = inConfiguration({ objects: [{ kind: 'Secret', namespace: 'shop', name: 'login' }, { kind: 'StorageClass', name: 'fast' }], provisioners: ['example.com/nfs'] });

  expect(written).toBe('in cdk8s-stateful.yaml write environment: '
    + '{objects: [{kind: Secret, namespace: shop, name: login}, {kind: StorageClass, name: fast}], provisioners: [example.com/nfs]}');
});

test.each(['on', '12', 'a: b', "it's"])('a name that YAML would not read as text is quoted: %s', name => {
  expect(inConfiguration({ objects: [{ kind: 'Secret', name }] })).toContain(`name: ${JSON.stringify(name)}}`);
});

test('a declaration is printed as code, without the namespace that the chart has', () => {
  const objects = [{ kind: 'Secret', namespace: 'shop', name: 'login' }];

  expect(inCode({ objects }, 'shop')).toBe("Checks.of(chart).exists('Secret', 'login')");
  expect(inCode({ objects }, 'web')).toBe("Checks.of(chart).exists('Secret', 'login', { namespace: 'shop' })");
  expect(inCode({ objects: [{ kind: 'Secret', namespace: 'default', name: 'login' }] })).toBe("Checks.of(chart).exists('Secret', 'login')");
  expect(inCode({ provisioners: ['example.com/nfs'] })).toBe("Checks.of(chart).declare({ provisioners: ['example.com/nfs'] })");
});

test('labels of nodes are declared like provisioners', () => {
  const declaration = { nodeLabels: ['topology.kubernetes.io/zone'] };

  expect(inConfiguration(declaration)).toBe('in cdk8s-stateful.yaml write environment: {nodeLabels: [topology.kubernetes.io/zone]}');
  expect(inCode(declaration)).toBe("Checks.of(chart).declare({ nodeLabels: ['topology.kubernetes.io/zone'] })");
});

test('quotes in names do not end the text', () => {
  expect(inCode({ objects: [{ kind: 'Secret', name: "it's" }] })).toBe('Checks.of(chart).exists(\'Secret\', "it\'s")');
});

test('a declaration is printed as options have it', () => {
  const declaration = { objects: [{ kind: 'Secret', namespace: 'shop', name: 'login' }, { kind: 'StorageClass', name: 'fast' }], provisioners: ['example.com/nfs'] };

  expect(inOptions(declaration)).toBe("environment: { objects: [{ kind: 'Secret', namespace: 'shop', name: 'login' }, { kind: 'StorageClass', name: 'fast' }], "
    + "provisioners: ['example.com/nfs'] }");
});

test('reports of one text name the declaration after the fix', () => {
  expect(fixInWords({ fix: 'add it' })).toBe('add it');
  expect(fixInWords({ fix: 'add it', declaration: { provisioners: ['a'] } })).toBe('add it; in cdk8s-stateful.yaml write environment: {provisioners: [a]}');
});

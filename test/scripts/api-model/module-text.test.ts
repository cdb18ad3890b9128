import { headerOf, moduleText, versionsText } from '../../../scripts/api-model/module-text';

test('a generated file begins with the versions it was made of', () => {
  const text = moduleText(['1.36.3', '1.37.2'], 'KINDS', 'v1/Pod\tPod');

  expect(text).toBe(`${headerOf(['1.36.3', '1.37.2'])}export const KINDS: string = \`v1/Pod\tPod\`;\n`);
  expect(headerOf(['1.36.3'])).toContain('k8s.io/kubernetes v1.36.3');
});

test.each(['`', '\\', '${x}', 'ü'])('%s would be no plain text in a template literal', text => {
  expect(() => moduleText([], 'X', text)).toThrow('the text cannot stand in a template literal');
});

test('the versions are a list of their own', () => {
  expect(versionsText(['1.36.3', '1.37.2'])).toBe(`${headerOf(['1.36.3', '1.37.2'])}export const VERSIONS: readonly string[] = ['1.36.3', '1.37.2'];\n`);
});

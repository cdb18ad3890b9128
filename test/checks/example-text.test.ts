import { shownExample } from '../../src/checks/example-text';

test('a line that is long to make a point is cut, and others stay', () => {
  const shown = shownExample(`kind: ConfigMap\ndata: {a: "${'x'.repeat(1000)}"}\n`);

  expect(shown).toBe(`kind: ConfigMap\ndata: {a: "${'x'.repeat(89)}... # and so on, 1013 characters\n`);
});

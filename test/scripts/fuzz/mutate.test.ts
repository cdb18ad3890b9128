import { Random } from '../../../scripts/conformance/random';
import { mutateValue, mutatedText } from '../../../scripts/fuzz/mutate';

const TEXT = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n';

test('texts are changed in many ways', () => {
  const texts = Array.from({ length: 100 }, (_, seed) => mutatedText(TEXT, new Random(seed)));

  expect(new Set(texts).size).toBeGreaterThan(90);
});

test('values stay values that JSON has, keys that objects have by birth included', () => {
  const values = Array.from({ length: 300 }, (_, seed) => mutateValue({ kind: 'Pod', spec: { containers: [{ name: 'web' }] } }, new Random(seed)));
  const texts = values.map(value => JSON.stringify(value));

  expect(texts.some(text => text.includes('"__proto__"'))).toBe(true);
  expect(new Set(texts).size).toBeGreaterThan(150);
});

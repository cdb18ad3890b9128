import { anchorOf } from '../../src/reports/anchor';

test.each([
  ['What was run, and on what', 'what-was-run-and-on-what'],
  ['`cdk8s.yaml`: how it runs', 'cdk8syaml-how-it-runs'],
  ['Init, run & see', 'init-run--see'],
  ['1.36', '136'],
  ['sub_path', 'sub_path'],
])('the anchor of %j is the one that GitHub makes', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

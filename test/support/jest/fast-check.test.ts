import * as fc from 'fast-check';

/** How often a property is tried. */
function triesOf(parameters: { numRuns?: number } = {}): number {
  let tries = 0;
  fc.assert(fc.property(fc.nat(), () => { tries++; }), parameters);
  return tries;
}

const isFast = (globalThis as any).properties.mostRuns === 25;

test('the lane says how often a property is tried', () => {
  expect(triesOf()).toBe(isFast ? 25 : 500);
});

test('a test may ask for fewer tries, and gets more in the long lane only', () => {
  expect([triesOf({ numRuns: 20 }), triesOf({ numRuns: 700 })]).toEqual([20, isFast ? 25 : 700]);
});

test('a property that fails is told with its counterexample', () => {
  expect(() => fc.assert(fc.property(fc.nat(), number => number < 0))).toThrow('Counterexample: [0]');
});

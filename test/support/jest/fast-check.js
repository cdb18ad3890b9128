// What tests get as 'fast-check': the package, told by the lane how often to try a property. A test may say `numRuns` itself,
// but the fast lane goes no further than `mostRuns`. PROPERTY_SEED repeats the same inputs each time; without it they are others in each run.
const fc = require('../../../node_modules/fast-check/lib/cjs/fast-check');

const { runs, mostRuns } = globalThis.properties;
if (!(runs > 0 && mostRuns > 0)) { throw new Error('the lane does not say how often to try a property'); }
const seed = process.env.PROPERTY_SEED;
fc.configureGlobal({ numRuns: runs, ...seed && { seed: Number(seed) } });

const assert = (property, { numRuns = runs, ...others } = {}) => fc.assert(property, { ...others, numRuns: Math.min(numRuns, mostRuns) });

module.exports = { ...fc, assert, default: { ...fc.default, assert } };

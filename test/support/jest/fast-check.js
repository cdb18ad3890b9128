// What tests get as 'fast-check': the package, told by the lane how often to try a property. A test may say `numRuns` itself,
// but the fast lane goes no further than `mostRuns`.
const fc = require('../../../node_modules/fast-check/lib/cjs/fast-check');

const { runs, mostRuns } = globalThis.properties;
if (!(runs > 0 && mostRuns > 0)) { throw new Error('the lane does not say how often to try a property'); }
fc.configureGlobal({ numRuns: runs });

const assert = (property, { numRuns = runs, ...others } = {}) => fc.assert(property, { ...others, numRuns: Math.min(numRuns, mostRuns) });

module.exports = { ...fc, assert, default: { ...fc.default, assert } };

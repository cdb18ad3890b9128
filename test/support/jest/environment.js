// jest's own environment, with coverage at a fifth of its price: jest turns V8's debugger on and off for every test file, which takes longer
// than most tests do. Here V8 counts from the first test file of a worker to its last, and is asked for its counts after each.
const { Session } = require('node:inspector');
const { sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { CoverageInstrumenter } = require('collect-v8-coverage');

const SOURCES = pathToFileURL(`${process.cwd()}${sep}src${sep}`).href;

/** Of this worker, once coverage was asked for. */
let session;

function ask(method, parameters) {
  let result;
  // V8 is in this very thread, so it has answered when post() returns.
  session.post(method, parameters, (error, answer) => {
    if (error) { throw new Error(`${method}: ${error.message}`); }
    result = answer;
  });
  return result;
}

CoverageInstrumenter.prototype.startInstrumenting = async () => {
  if (session) { return; }
  session = new Session();
  session.connect();
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
};

// What was counted since the last time.
CoverageInstrumenter.prototype.stopInstrumenting = async () => ask('Profiler.takePreciseCoverage').result.filter(({ url }) => url.startsWith(SOURCES));

module.exports = require('jest-environment-node');

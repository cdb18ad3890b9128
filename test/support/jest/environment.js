// jest's own environment, made once in a worker: modules that test files share (runtime.js) need the same globals. Coverage costs a fifth of what
// it costs in jest, which turns V8's debugger on and off for every test file. Here V8 counts from the first test file of a worker to its last, and
// is asked for its counts after each.
const { Session } = require('node:inspector');
const { sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const { CoverageInstrumenter } = require('collect-v8-coverage');
const { TestEnvironment: NodeEnvironment } = require('jest-environment-node');

// The V8 of Node 20 optimizes too early for tests, in which most code runs for a moment (see src/synthesis/compiler.ts): a tenth of all time.
if (process.versions.v8.startsWith('11.')) { setFlagsFromString('--interrupt-budget=300000'); }

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

// jest gives a worker half a second to end, and V8 takes longer to free all that is shared. With exit() it leaves that to the system.
if (process.send) { process.once('exit', status => process.exit(status)); }

/** What jest-circus keeps in the globals for a test file. */
const OF_ONE_FILE = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES'].map(name => Symbol.for(name));

/** The environment of all test files of this worker. */
let shared;

class SharedEnvironment extends NodeEnvironment {
  constructor(...args) {
    if (shared) { return shared; }
    super(...args);
    shared = this;
    this.exit = this.global.process.exit;
  }

  // Takes away what the next test file must not find.
  async teardown() {
    this.global.process.exit = this.exit;
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    for (const name of OF_ONE_FILE) { delete this.global[name]; }
  }
}

module.exports = SharedEnvironment;

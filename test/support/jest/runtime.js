// jest's own runtime, which loads packages and `src` once in a worker. jest loads them for every test file, which takes longer than most tests do.
// Test files and what lies beside them are loaded for each file, as ever. So a test must put back what it changes in a module of `src`
// (`jest.restoreAllMocks` does), and jest.doMock does not reach modules that are shared.
const { sep } = require('node:path');
const Runtime = require('jest-runtime').default;

const SHARED = [`${process.cwd()}${sep}src${sep}`, `${sep}node_modules${sep}`];

/** Loads and keeps what all test files of this worker share; made for the first one. */
let keeper;

class SharingRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    keeper ??= new Runtime(...args);
    // So that a stack names lines of the source, whoever loaded it.
    this.transformCache.sourceMaps = keeper.transformCache.sourceMaps;
  }

  requireModule(from, name, options, isRequireActual) {
    const shared = !options?.isInternalModule && !this.registries.isIsolated() && this.isShared(from, name);
    return shared ? keeper.requireModule(from, name, undefined, isRequireActual) : super.requireModule(from, name, options, isRequireActual);
  }

  isShared(from, name) {
    if (name === undefined || this._resolution.isCoreModule(name)) { return false; }
    const file = this._resolution.resolveCjs(from, name);
    return SHARED.some(part => file.includes(part));
  }

  stopCollectingV8Coverage() {
    // The coverage of a file that was loaded for an earlier test file is counted in the text that it was loaded with.
    for (const [file, transformed] of keeper.transformCache.getEntries()) { this.transformCache.getEntries().set(file, transformed); }
    return super.stopCollectingV8Coverage();
  }
}

module.exports = SharingRuntime;
module.exports.default = SharingRuntime;

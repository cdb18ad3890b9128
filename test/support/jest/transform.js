// Makes JavaScript of TypeScript without a look at its types: `npm test` checks these once for all files.
const { createHash } = require('node:crypto');
const esbuild = require('esbuild');

const OPTIONS = { loader: 'ts', format: 'cjs', target: 'node20', sourcemap: 'external' };

module.exports = {
  process(text, file) {
    // esbuild does not move these calls above the imports, so the real module would be loaded before.
    if (/\bjest\.(un)?mock\(/.test(text)) { throw new Error(`${file}: write jest.spyOn(object, 'method'), or jest.doMock() and require(), instead of jest.mock()`); }
    return esbuild.transformSync(text, { ...OPTIONS, sourcefile: file });
  },

  getCacheKey(text, file) {
    return createHash('sha1').update([esbuild.version, JSON.stringify(OPTIONS), file, text].join('\0')).digest('hex');
  },
};

// Tests and examples get the newest cdk8s-plus where they write cdk8s-plus-27; the library keeps its own: what people have who use both.
const { relative, resolve } = require('node:path');

const ROOT = resolve(__dirname, '../../..');
const NEWEST = 'cdk8s-plus-34';

module.exports = (request, options) => {
  const isUser = /^(test|examples)(?:[\\/]|$)/.test(relative(ROOT, options.basedir));
  return options.defaultResolver(request === 'cdk8s-plus-27' && isUser ? NEWEST : request, options);
};

import { png } from '../../src/graph/png';
import { useFolder } from '../cli/folder';

const folder = useFolder();
const PROGRAM = `exports.Resvg = class {
  constructor(svg, options) { this.text = svg + JSON.stringify(options.fitTo); }
  render() { return { asPng: () => Buffer.from(this.text) }; }
};`;

test('the package is found beside the manifests', () => {
  folder.write('node_modules/@resvg/resvg-js/index.js', PROGRAM);

  expect(String(png('<svg width="100">', [folder.path]))).toBe('<svg width="100">{"mode":"zoom","value":2}');
});

test('a very wide picture gets fewer pixels', () => {
  folder.write('node_modules/@resvg/resvg-js/index.js', PROGRAM);

  expect(String(png('<svg width="80000">', [folder.path]))).toContain('"value":0.1');
});

test('nothing without the package', () => {
  expect(png('<svg width="100">', [folder.path])).toBeUndefined();
});

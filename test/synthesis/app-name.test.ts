import { appName } from '../../src/synthesis/app-name';

test.each([
  ['its own name', '/repo/dist', 'shop', '/repo/main.js', 'shop'],
  ['its own name, in one line', '/repo/dist', 'shop\n# app: other', '/repo/main.js', 'shop # app: other'],
  ['the program, as seen from the output folder', '/repo/dist', undefined, '/repo/shop/main.js', '../shop/main.js'],
  ['nothing for the runner of tests', '/repo/dist', undefined, '/repo/node_modules/jest/bin/jest.js', ''],
  ['nothing for jsii, which serves all apps in other languages', '/repo/dist', undefined, '/usr/lib/jsii/bin/jsii-runtime.js', ''],
  ['nothing without a program', '/repo/dist', undefined, '-', ''],
])('the name of an app is %s', (_, outdir, name, program, expected) => {
  const found = appName(outdir, name, program);

  expect(found).toBe(expected);
});

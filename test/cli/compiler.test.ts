import { spawnSync } from 'child_process';
import { compilerFlag } from '../../src/cli/compiler';

test('the V8 of Node 20 optimizes later, a newer one as it does by itself', () => {
  expect(compilerFlag('11.3.244.8-node.33')).toMatch(/^--interrupt-budget=/);
  expect(compilerFlag('12.4.254.21-node.33')).toBeUndefined();
});

test('the V8 that runs this knows its flag', () => {
  const flag = compilerFlag(process.versions.v8);
  const { status, stderr } = spawnSync(process.execPath, [...flag === undefined ? [] : [flag], '-e', ''], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

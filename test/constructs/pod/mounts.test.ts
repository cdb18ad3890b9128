import * as fc from 'fast-check';
import { StatelessApp } from '../../../src';
import { namesByPath } from '../../../src/constructs/pod/mounts';
import { newChart, only } from '../../support/synth';

test('a name comes from its path alone, as long as no other path has the same', () => {
  expect(namesByPath('scratch', ['/tmp', '/run/mysqld', '/home/.cache'])).toEqual(['scratch-tmp', 'scratch-run-mysqld', 'scratch-home-cache']);
});

test('different paths have different names, whatever their order', () => {
  const segment = fc.constantFrom('a', 'b', 'a-b', 'A', '.a', 'x'.repeat(40));
  const paths = fc.uniqueArray(fc.array(segment, { minLength: 1, maxLength: 3 }).map(parts => `/${parts.join('/')}`), { maxLength: 6 });

  fc.assert(fc.property(paths, list => {
    const names = namesByPath('scratch', list);

    expect(new Set(names).size).toBe(list.length);
    expect(names.every(name => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))).toBe(true);
    expect(namesByPath('scratch', [...list].reverse())).toEqual([...names].reverse());
  }));
});

test('directories whose names would be the same are mounted each', () => {
  const chart = newChart();

  new StatelessApp(chart, 'app', { image: 'a:1', scratch: [{ mountPath: '/a/b' }, { mountPath: '/a-b' }] });

  const { volumes, containers: [{ volumeMounts }] } = only(chart, 'Deployment').spec.template.spec;
  expect(volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/a/b', '/a-b']);
  expect(volumeMounts.map(({ name }: any) => name)).toEqual(volumes.map(({ name }: any) => name));
});

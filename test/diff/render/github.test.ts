import { AFTER, BEFORE, reported } from './support';
import { diffAsGithub } from '../../../src/diff/render/github';

test('annotates dangers as errors and accepted ones as warnings, on one line each', () => {
  const { diff } = reported(BEFORE, AFTER, new Map([['scale-in-leaves-claims:data/db', 'because:\nyes']]));

  const lines = diffAsGithub(diff).trimEnd().split('\n');

  expect(lines.map(line => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::warning', '::notice']);
  expect(lines[1]).toContain('because:%0Ayes');
});

test('annotations have a place where there is one', () => {
  const { diff } = reported(BEFORE, AFTER);

  const [first, second] = diffAsGithub(diff, ({ path }) => path === '/spec/replicas' ? { file: 'dist/db.yaml', line: 7, column: 3 } : undefined).split('\n');

  expect(first).toMatch(/^::error title=refused%3A StatefulSet data\/db \/spec\/serviceName::/);
  expect(second).toMatch(/^::error file=dist\/db\.yaml,line=7,col=3,title=stale data%3A /);
});

import { PostgreSqlCluster, DatabaseAccess } from '../../../src';
import { newChart, refusals } from '../../support/synth';

function refused(props: object): string[] {
  const chart = newChart();
  new PostgreSqlCluster(chart, 'db', props);
  return refusals(chart).map(line => line.replace('[chart/db] ', ''));
}

test('names that SQL would have to quote, or a server would cut off, are refused', () => {
  const problems = refused({ databases: [{ name: 'Shop' }, { name: 'a'.repeat(33) }], users: [{ name: '1a' }] });

  expect(problems).toHaveLength(3);
  expect(problems[0]).toContain("'databases[0].name' must be lower case letters");
});

test('a password in the props is told where it belongs', () => {
  const [problem] = refused({ users: [{ name: 'shop', password: 'secret' }] });

  expect(problem).toBe("'users[0]' has no 'password'; write 'passwordSecret', the name of a Secret with the key 'password'");
});

test('an access that there is none of is refused with those that there are', () => {
  const [problem] = refused({ databases: [{ name: 'shop' }], users: [{ name: 'a', grants: [{ database: 'shop', access: 'all' }] }] });

  expect(problem).toContain(`one of '${DatabaseAccess.READ}', '${DatabaseAccess.WRITE}'`);
});

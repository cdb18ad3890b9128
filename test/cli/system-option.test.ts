import { useFolder } from './folder';
import { Arguments } from '../../src/cli/arguments';
import { namesOf, noSystem } from '../../src/cli/system-option';

const folder = useFolder();
const named = (positionals: readonly string[], system?: string) => namesOf(new Arguments(positionals, new Map(system === undefined ? [] : [['system', [system]]])));

test('the last name is a workload where it can be no manifests', () => {
  const file = folder.write('a.yaml', '');

  expect(named([file, 'shop/db'])).toEqual({ inputs: [file], system: 'shop/db' });
  expect(named([file, file, 'db'])).toEqual({ inputs: [file, file], system: 'db' });
  for (const input of [file, folder.path, '-', 'git:main:dist']) { expect(named(['before', input])).toEqual({ inputs: ['before', input] }); }
});

test('one name is manifests, and so are all beside the option', () => {
  expect(named(['none'])).toEqual({ inputs: ['none'] });
  expect(named(['a', 'b'], 'db')).toEqual({ inputs: ['a', 'b'], system: 'db' });
});

test('the error says what to type', () => {
  const known = ['shop/db', 'shop/orders-db'];

  expect(noSystem('order-db', known).message).toBe("no workload has the name 'order-db'; did you mean 'orders-db'?");
  expect(noSystem('shop/order-db', known).message).toBe("no workload has the name 'shop/order-db'; did you mean 'shop/orders-db'?");
  expect(noSystem('something', known).message).toBe("no workload has the name 'something'; write one of shop/db, shop/orders-db");
  expect(noSystem('something', [...'abcdefg'].map(name => `shop/${name}`)).message).toContain('shop/e and 2 more');
  expect(noSystem('db', []).message).toBe("no workload has the name 'db'; there is none in these manifests");
});

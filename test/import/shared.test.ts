import { Name, codeOf } from '../../src/import/code';
import { Names, variableNames } from '../../src/import/names';
import { Shared } from '../../src/import/shared';

test('an object that stands elsewhere has one variable, however often it is named', () => {
  const shared = new Shared(new Name('chart'), new Names(), variableNames());

  const names = [shared.existing('Secret', 'db'), shared.existing('ConfigMap', 'db'), shared.existing('Secret', 'db')].map(({ text }) => text);
  const statements = shared.take();

  expect(names).toEqual(['db', 'dbConfigMap', 'db']);
  expect(statements.map(({ call }) => codeOf(call))).toEqual(["Secret.fromSecretName(chart, 'db-secret', 'db')", "ConfigMap.fromConfigMapName(chart, 'db-config-map', 'db')"]);
  expect(shared.take()).toEqual([]);
  shared.existing('Secret', 'db');
  expect(shared.take()).toEqual([statements[0]]);
});

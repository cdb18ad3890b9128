import { EXAMPLE_GROUPS } from '../../../scripts/site/example-groups';
import { EXAMPLES } from '../../support/examples';

test('the gallery shows every example once', () => {
  expect(EXAMPLE_GROUPS.flatMap(({ examples }) => Object.keys(examples)).sort()).toEqual(EXAMPLES);
});

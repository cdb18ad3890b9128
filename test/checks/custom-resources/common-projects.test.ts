import { checkManifests } from '../../../src/checks/run';
import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';
import { COMMON_PROJECTS } from '../../support/common-projects';

const KINDS = COMMON_PROJECTS.map(project => [project.kind, project] as const);
const errorsIn = (object: Manifest, definition: Manifest) =>
  checkManifests([object], { scope: 'object', definitions: [definition] }).filter(({ severity }) => severity === 'error');

test.each(KINDS)('the definition of %s is one that the server takes', (_, { definition }) => {
  const errors = checkManifests([definition], { scope: 'object' }).filter(({ severity }) => severity === 'error');

  expect(errors).toEqual([]);
});

test.each(KINDS)('what is wrong with a %s is found, and nothing else', (_, { definition, valid, invalid }) => {
  const wronglyFound = valid.filter(object => errorsIn(object, definition).length > 0);
  const missed = invalid.filter(object => errorsIn(object, definition).length === 0);

  expect(wronglyFound).toEqual([]);
  expect(missed).toEqual([]);
});

test.each(KINDS.filter(([, { refused }]) => refused.length > 0))('changes of a %s that its definition forbids are refused', (_, { definition, allowed, refused }) => {
  const isRefused = ([before, after]: readonly [Manifest, Manifest]) =>
    diff([before], [after], { definitions: [definition] }).changes.some(({ effect }) => effect === 'refused');

  expect(allowed.filter(isRefused)).toEqual([]);
  expect(refused.filter(change => !isRefused(change))).toEqual([]);
});

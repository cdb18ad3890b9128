import { generated } from './generator';
import { get } from '../../../scripts/conformance/edit';

const { sites, fields } = generated(['PodTemplate', 'PersistentVolume', 'Ingress']);

test('every field can be given somewhere', () => {
  expect(fields.filter((_, index) => !sites[index]).map(({ id }) => id)).toEqual([]);
});

test('there it is', () => {
  const absent = sites.filter(site => get(site!.manifest, site!.path) === undefined);

  expect(absent.map(site => site!.field.id)).toEqual([]);
});

test('the path is one of the places of the field', () => {
  const elsewhere = sites.filter(site => !site!.field.places.some(({ path }) => path.length === site!.path.length
    && path.every((segment, index) => segment === '*' || segment === String(site!.path[index]))));

  expect(elsewhere.map(site => site!.field.id)).toEqual([]);
});

import { FORMER_FIELDS } from '../../../src/kubernetes/api/former-fields';
import { knownMinors } from '../../../src/kubernetes/api/known-versions';
import { ApiModel } from '../../../src/kubernetes/api/model';

const MODEL = ApiModel.of(knownMinors().at(-1)!);

test.each(FORMER_FIELDS.map(({ struct, in: inside, ...rest }) => [`${struct} ${inside ?? ''}`, { struct, in: inside, ...rest }] as const))('%s: what is former is no field today', (_, former) => {
  const struct = MODEL.type(former.in === undefined ? former.struct : MODEL.type(former.struct)!.field(former.in)!.type.struct!)!;

  expect(former.fields.filter(field => struct.field(field) !== undefined)).toEqual([]);
});

test.each(FORMER_FIELDS.map(former => [former.struct, former] as const))('%s: what is written today is a field', (_, { struct, fields, today, in: inside }) => {
  const values = { service: 'a', backend: { serviceName: 'a' }, server: 'a', path: '/a', volumes: ['a:/a'], pvc: { claimName: 'a' }, environment: { A: 'b' }, matchLabels: { a: 'b' } };
  const given = { ...Object.fromEntries(fields.map(field => [field, 1])), ...values };

  const names = Object.keys(today(inside === undefined ? given : { [inside]: given }, () => undefined) ?? {});

  expect(names).not.toEqual([]);
  expect(names.filter(field => MODEL.type(struct)!.field(field) === undefined)).toEqual([]);
});

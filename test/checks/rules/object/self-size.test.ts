import { sizedSchema } from '../../../../src/checks/rules/object/self-size';

const always = () => true;

test.each([
  [{ type: 'string', maxLength: 10 }, 40, 2],
  [{ type: 'string', enum: ['a', 'bcd'] }, 3, 2],
  [{ type: 'string', format: 'date' }, 12, 12],
  [{ type: 'array', items: { type: 'integer' } }, 1572863, 2],
  [{ type: 'object', additionalProperties: { type: 'integer' }, maxProperties: 7 }, 7, 2],
  [{ type: 'object', required: ['a'], properties: { a: { type: 'boolean' }, b: { type: 'string' } } }, 0, 11],
])('%j', (schema, most, least) => {
  expect(sizedSchema(schema, false, always)).toMatchObject({ most, least });
});

test('what is in an array of anything is not seen', () => {
  expect(sizedSchema({ type: 'array', items: { 'x-kubernetes-preserve-unknown-fields': true } }, false, always)).toBeUndefined();
});

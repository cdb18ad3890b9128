import { enumsIn, enumsOf } from '../../../scripts/api-model/enums';

const GO = `
func schema_k8sio_api_core_v1_Container(ref common.ReferenceCallback) common.OpenAPIDefinition {
					"imagePullPolicy": {
						SchemaProps: spec.SchemaProps{
							Enum:        []interface{}{"Always", "Never", "Always"},
						},
					},
					"modes": {
						SchemaProps: spec.SchemaProps{
							Items: &spec.SchemaOrArray{
								Schema: &spec.Schema{
									SchemaProps: spec.SchemaProps{
										Enum:   []interface{}{"Block"},
func schema_pkg_apis_meta_v1_Status(ref common.ReferenceCallback) common.OpenAPIDefinition {
					"reason": {
							Enum:        []interface{}{""},
`;

test('the values of an enum are found by type and field, each once', () => {
  const enums = enumsIn(GO);

  expect([...enums]).toEqual([
    ['io.k8s.api.core.v1.Container.imagePullPolicy', { values: ['Always', 'Never'], ofItems: false }],
    ['io.k8s.api.core.v1.Container.modes', { values: ['Block'], ofItems: true }],
    ['io.k8s.apimachinery.pkg.apis.meta.v1.Status.reason', { values: [''], ofItems: false }],
  ]);
});

test('documents of a running server have values too', () => {
  const properties = { mode: { enum: ['A'] }, modes: { type: 'array', items: { enum: ['B'] } }, ofEach: { type: 'object', additionalProperties: { enum: ['C'] } }, name: { type: 'string' } };

  expect([...enumsOf(new Map([['Pod', { properties }]]))]).toEqual([
    ['Pod.mode', { values: ['A'], ofItems: false }], ['Pod.modes', { values: ['B'], ofItems: true }], ['Pod.ofEach', { values: ['C'], ofItems: true }],
  ]);
});

import { Call, Name, codeOf } from '../../src/import/code';

test('what is short stands on one line', () => {
  expect(codeOf({ name: 'web', ports: [{ port: 80 }], selector: {}, left: undefined })).toBe("{ name: 'web', ports: [{ port: 80 }], selector: {} }");
});

test('what is deep or long is broken, and a single item keeps its brackets', () => {
  const code = codeOf({ spec: { template: { spec: { containers: [{ name: 'web', args: ['x'.repeat(60), 'y'.repeat(60)] }] } } } });

  expect(code).toBe([
    '{',
    '  spec: {',
    '    template: {',
    '      spec: {',
    '        containers: [{',
    "          name: 'web',",
    '          args: [',
    `            '${'x'.repeat(60)}',`,
    `            '${'y'.repeat(60)}',`,
    '          ],',
    '        }],',
    '      },',
    '    },',
    '  },',
    '}',
  ].join('\n'));
});

test('calls and names stand in data as they are', () => {
  const size = new Call('Size.gibibytes', [1], 'cdk8s');

  expect(codeOf({ size, policy: new Name('RestartPolicy.NEVER', 'cdk8s-plus-27') })).toBe('{ size: Size.gibibytes(1), policy: RestartPolicy.NEVER }');
});

test('of a long call the last argument is broken', () => {
  expect(codeOf(new Call('new Thing', [new Name('chart'), 'web', { image: 'x'.repeat(100) }]))).toBe(`new Thing(chart, 'web', {\n  image: '${'x'.repeat(100)}',\n})`);
  expect(codeOf(new Call('ApiObject.of', [new Name('web')], 'cdk8s', { method: 'addJsonPatch', args: [1, 2] }))).toBe('ApiObject.of(web).addJsonPatch(1, 2)');
  expect(codeOf(new Call('web.add', ['x'.repeat(60), 'y'.repeat(60)]))).toBe(`web.add(\n  '${'x'.repeat(60)}',\n  '${'y'.repeat(60)}',\n)`);
});

test('numbers, booleans and null', () => {
  expect(codeOf([1, -0, 1e21, NaN, true, null])).toBe('[1, -0, 1e+21, NaN, true, null]');
});

import { Call, Name } from '../../src/import/code';
import { Program } from '../../src/import/program';

test('a program imports what it names, and no more', () => {
  const program = new Program([
    { variable: 'app', call: new Call('new App', [], 'cdk8s') },
    { call: new Call('new StatefulApp', [new Name('app'), 'db', { volumes: [{ size: new Call('Size.gibibytes', [1], 'cdk8s') }] }], 'cdk8s-stateful') },
    { call: new Call('app.synth', []), joined: true },
  ]);

  expect(program.text).toBe([
    "import { App, Size } from 'cdk8s';",
    "import { StatefulApp } from 'cdk8s-stateful';",
    '',
    'const app = new App();',
    '',
    "new StatefulApp(app, 'db', { volumes: [{ size: Size.gibibytes(1) }] });",
    'app.synth();',
    '',
  ].join('\n'));
});

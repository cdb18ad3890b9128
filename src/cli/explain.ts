import { Command, EXIT } from './command';
import { paintFor } from './paint';
import { UsageError } from './usage-error';
import { catalogue } from '../checks/catalogue';
import { CheckInfo } from '../checks/check';
import { explainCheck } from '../checks/explain';
import { urlOf } from '../checks/report/report';
import { Paint } from '../checks/report/text';
import { didYouMean } from '../manifest/did-you-mean';

export const explain: Command = {
  name: 'explain',
  usage: '[<id> ...]',
  description: 'Says what a finding means, with an example that has the problem and one that has not.\nWithout an id it lists everything that may be found.',
  options: [],
  examples: [
    ['cdk8s-stateful explain headless-service', 'one finding'],
    ['cdk8s-stateful explain | grep volume', 'search the list'],
  ],
  run: (args, terminal) => {
    const known = catalogue();
    const paint = paintFor(terminal);
    const unknown = args.positionals.filter(id => !known.has(id));
    if (unknown.length > 0) {
      throw new UsageError(unknown.map(id => `no check has the id '${id}'${didYouMean(id, known.keys()) || "; 'cdk8s-stateful explain' lists all"}`));
    }
    terminal.out(args.positionals.length === 0
      ? overview([...known.values()], paint)
      : args.positionals.map(id => page(known.get(id)!, paint)).join('\n\n'));
    return EXIT.clean;
  },
};

function overview(checks: readonly CheckInfo[], paint: Paint): string {
  const width = Math.max(...checks.map(({ id }) => id.length));
  return checks.map(({ id, severity, why }) => `${paint('bold', id.padEnd(width))}  ${severity.padEnd(7)}  ${why}\n`).join('');
}

function page(check: CheckInfo, paint: Paint): string {
  const { message, fix } = explainCheck(check);
  return [
    `${paint('bold', check.id)} (${check.severity})`,
    '',
    `  ${check.why}`,
    ...check.bad === '' ? [] : ['', paint('red', 'Wrong:'), '', ...indented(check.bad)],
    ...message === undefined ? [] : ['', paint('dim', 'which is reported as'), '', `  ${message}`, `  fix: ${fix}`],
    ...check.good === '' ? [] : ['', paint('green', 'Right:'), '', ...indented(check.good)],
    '',
    paint('dim', urlOf(check.id)),
    '',
  ].join('\n');
}

function indented(text: string): string[] {
  return text.trimEnd().split('\n').map(line => line && `    ${line}`);
}

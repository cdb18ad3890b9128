import { Command, EXIT } from './command';
import { paintFor } from './paint';
import { UsageError } from './usage-error';
import { catalogue } from '../checks/catalogue';
import { CheckInfo } from '../checks/engine/check';
import { explainCheck } from '../checks/explain';
import { RuleInfo, ruleCatalogue, ruleOf, urlOfRule, versionsOf } from '../diff/explain';
import { LOCK_RULES, LOCK_URL } from '../lock/lock';
import { nearest } from '../reports/did-you-mean';
import { currentIds } from '../reports/old-ids';
import { urlOf } from '../reports/report';
import { Paint } from '../reports/text';
import { EFFECT_WORDS } from '../reports/words';

export const explain: Command = {
  name: 'explain',
  usage: '[<id> ...]',
  description: [
    'Says what a finding of check, or a change of diff, means, and what to write instead.',
    'Without an id it lists everything that may be found.',
  ].join('\n'),
  options: [],
  examples: [
    ['cdk8s-stateful explain headless-service', 'a finding of check, with an example that has the problem and one that has not'],
    ['cdk8s-stateful explain scale-in-leaves-claims:db/data', 'a change of diff, as it is printed there; scale-in-leaves-claims alone will do'],
    ['cdk8s-stateful explain | grep volume', 'search the list'],
  ],
  run: (args, terminal) => {
    const locks = Object.values(LOCK_RULES).map((rule): Explained => ({ ...rule, bad: '', good: '', url: LOCK_URL }));
    const [checks, effects] = [new Map<string, Explained>([...catalogue(), ...locks.map(rule => [rule.id, rule] as const)]), ruleCatalogue()];
    const paint = paintFor(terminal);
    const ids = args.positionals.map(ruleOf).flatMap(currentIds);
    const unknown = [...new Set(ids)].filter(id => !checks.has(id) && !effects.has(id));
    if (unknown.length > 0) { throw new UsageError(unknown.map(id => unknownId(id, [...checks.keys(), ...effects.keys()]))); }
    terminal.out(args.positionals.length === 0
      ? overview(checks, effects, paint)
      : [...new Set(ids)].flatMap(id => [...pagesOf(checks.get(id), checkPage, paint), ...pagesOf(effects.get(id), effectPage, paint)]).join('\n\n'));
    return EXIT.clean;
  },
};

/** A rule of the checks or of the lock. */
interface Explained extends CheckInfo {
  /** @default - its heading in docs/checks.md */
  readonly url?: string;
}

function unknownId(id: string, known: readonly string[]): string {
  const near = nearest(id, [...new Set(known)]).map(word => `'${word}'`);
  const question = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
  return `nothing that check or diff prints has the id '${id}'${question || "; 'cdk8s-stateful explain' lists all ids"}`;
}

/** A check and a rule for updates may have the same name: what may not be written, and what may not be changed. */
function pagesOf<T>(info: T | undefined, page: (info: T, paint: Paint) => string, paint: Paint): string[] {
  return info === undefined ? [] : [page(info, paint)];
}

function overview(checks: ReadonlyMap<string, CheckInfo>, effects: ReadonlyMap<string, RuleInfo>, paint: Paint): string {
  const rows = [
    ...[...checks.values()].map(({ id, severity, why }) => [id, severity, why]),
    ...[...effects.values()].map(({ id, effect, title }) => [id, EFFECT_WORDS[effect], title]),
  ];
  const [ids, kinds] = [0, 1].map(column => Math.max(...rows.map(row => row[column].length)));
  return rows.map(([id, kind, text]) => `${paint('bold', id.padEnd(ids))}  ${kind.padEnd(kinds)}  ${text}\n`).join('');
}

function checkPage(check: Explained, paint: Paint): string {
  const { message, fix } = explainCheck(check);
  return [
    `${paint('bold', check.id)} (${check.severity})`,
    '',
    `  ${check.why}`,
    ...check.bad === '' ? [] : ['', paint('red', 'Wrong:'), '', ...indented(check.bad)],
    ...message === undefined ? [] : ['', paint('dim', 'which is reported as'), '', `  ${message}`, `  fix: ${fix}`],
    ...check.good === '' ? [] : ['', paint('green', 'Right:'), '', ...indented(check.good)],
    '',
    paint('dim', check.url ?? urlOf(check.id)),
    '',
  ].join('\n');
}

function effectPage(rule: RuleInfo, paint: Paint): string {
  const { id, title, effect, kinds, fields, why, fix, danger } = rule;
  return [
    `${paint('bold', id)} (${EFFECT_WORDS[effect]})`,
    '',
    `  ${title}: ${why}`,
    ...fix === '' ? [] : ['', `  ${paint('green', 'instead:')} ${fix}`],
    '',
    `  found in: ${kinds.join(', ')} · ${fields}${versionsOf(rule)}`,
    ...danger ? ['', 'If it is meant, accept it by the id that diff prints, in cdk8s-stateful.yaml:', '', ...indented(acceptance(id))] : [],
    '',
    paint('dim', urlOfRule(rule)),
    '',
  ].join('\n');
}

function acceptance(id: string): string {
  return `acceptedChanges:\n  - id: ${id}:<namespace>/<name>\n    reason: <why it is safe this time>\n`;
}

function indented(text: string): string[] {
  return text.trimEnd().split('\n').map(line => line && `    ${line}`);
}

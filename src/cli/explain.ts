import { Command, EXIT } from './command';
import { paintFor } from './paint';
import { UsageError } from './usage-error';
import { catalogue } from '../checks/catalogue';
import { shownExample } from '../checks/example-text';
import { explainCheck } from '../checks/explain';
import { examplesOf } from '../checks/rule-examples';
import { Rule } from '../diff/changes/rule';
import { changedLines } from '../diff/examples/changed-lines';
import { isDanger, ruleCatalogue, ruleOf, versionsOf } from '../diff/explain';
import { explainChange } from '../diff/explain-change';
import { LOCK_RULES } from '../lock/lock';
import { nearest } from '../reports/did-you-mean';
import { currentIds } from '../reports/old-ids';
import { urlOf } from '../reports/report';
import { RuleInfo, severityOf } from '../reports/rule';
import { Paint } from '../reports/text';
import { EFFECT_WORDS } from '../reports/words';
import { explainUpgrade } from '../upgrade/explain-upgrade';
import { UPGRADE_RULES } from '../upgrade/rule-catalogue';

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
    // A check and a rule of the differ may have the same id: what may not be written, and what may not be changed.
    const rules = [...catalogue().values(), ...Object.values(LOCK_RULES), ...UPGRADE_RULES, ...ruleCatalogue().values()];
    const known = new Set(rules.map(({ id }) => id));
    const paint = paintFor(terminal);
    const ids = [...new Set(args.positionals.map(ruleOf).flatMap(currentIds))];
    const unknown = ids.filter(id => !known.has(id));
    if (unknown.length > 0) { throw new UsageError(unknown.map(id => unknownId(id, [...known]))); }
    terminal.out(ids.length === 0
      ? overview(rules, paint)
      : ids.flatMap(id => rules.filter(rule => rule.id === id).map(rule => isOfDiffer(rule) ? effectPage(rule, paint) : checkPage(rule, paint))).join('\n\n'));
    return EXIT.clean;
  },
};

function isOfDiffer(rule: RuleInfo | Rule): rule is Rule {
  return 'effect' in rule;
}

function unknownId(id: string, known: readonly string[]): string {
  const near = nearest(id, known).map(word => `'${word}'`);
  const question = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
  return `nothing that check or diff prints has the id '${id}'${question || "; 'cdk8s-stateful explain' lists all ids"}`;
}

function overview(rules: readonly (RuleInfo | Rule)[], paint: Paint): string {
  const rows = rules.map(rule => isOfDiffer(rule) ? [rule.id, EFFECT_WORDS[rule.effect], rule.title] : [rule.id, severityOf(rule), rule.why]);
  const [ids, kinds] = [0, 1].map(column => Math.max(...rows.map(row => row[column].length)));
  return rows.map(([id, kind, text]) => `${paint('bold', id.padEnd(ids))}  ${kind.padEnd(kinds)}  ${text}\n`).join('');
}

function checkPage(check: RuleInfo, paint: Paint): string {
  const { bad, good } = examplesOf(check);
  const { message, fix } = explainCheck(check);
  const where = check.exampleVersion ? ` on Kubernetes ${check.exampleVersion}` : '';
  return [
    `${paint('bold', check.id)} (${severityOf(check)})`,
    '',
    `  ${check.why}`,
    ...bad === undefined ? [] : ['', paint('red', `Wrong${where}:`), '', ...indented(shownExample(bad))],
    ...message === undefined ? [] : ['', paint('dim', 'which is reported as'), '', `  ${message}`, `  fix: ${fix}`],
    ...good === undefined ? [] : ['', paint('green', `Right${where}:`), '', ...indented(good)],
    ...Object.values<RuleInfo>(LOCK_RULES).includes(check) ? changeExample(check, paint) : [],
    ...UPGRADE_RULES.includes(check) ? upgradeExample(check, paint) : [],
    '',
    paint('dim', check.url ?? urlOf(check.id)),
    '',
  ].join('\n');
}

function effectPage(rule: Rule, paint: Paint): string {
  const { id, title, effect, kinds, fields, why, fix, url } = rule;
  return [
    `${paint('bold', id)} (${EFFECT_WORDS[effect]})`,
    '',
    `  ${title}: ${why}`,
    ...fix === undefined ? [] : ['', `  ${paint('green', 'instead:')} ${fix}`],
    '',
    `  found in: ${kinds.join(', ')} · ${fields}${versionsOf(rule)}`,
    ...changeExample(rule, paint),
    ...isDanger(rule) ? ['', 'If it is meant, accept it by the id that diff prints, in cdk8s-stateful.yaml:', '', ...indented(acceptance(id))] : [],
    '',
    paint('dim', url!),
    '',
  ].join('\n');
}

/** A change that a rule of the differ or of the lock finds, and one that does the same in a right way. */
function changeExample(rule: RuleInfo, paint: Paint): string[] {
  const example = explainChange(rule);
  if (!example) { return []; }
  const { where, wrong, message, fix, right } = example;
  return [
    '', paint('red', `Wrong${where}:`), '', ...indented(wrong.join('\n')),
    ...message === undefined ? [] : ['', paint('dim', 'which is reported as'), '', `  ${message}`, `  fix: ${fix}`],
    ...right === undefined ? [] : ['', paint('green', `Right${where}:`), '', ...indented(right.join('\n'))],
  ];
}

/** Manifests of which a rule of an upgrade is true, and what to write before the upgrade. */
function upgradeExample(rule: RuleInfo, paint: Paint): string[] {
  const example = explainUpgrade(rule);
  if (!example) { return []; }
  const { where, manifests, message, fix, instead } = example;
  return [
    '', paint('red', `Example,${where}:`), '', ...indented(manifests),
    '', paint('dim', 'which is reported as'), '', `  ${message}`, `  fix: ${fix}`,
    ...instead === undefined ? [] : ['', paint('green', 'Right, before the upgrade:'), '', ...indented(changedLines(manifests, instead).join('\n'))],
  ];
}

function acceptance(id: string): string {
  return `acceptedChanges:\n  - id: ${id}:<namespace>/<name>\n    reason: <why it is safe this time>\n`;
}

function indented(text: string): string[] {
  return text.trimEnd().split('\n').map(line => line && `    ${line}`);
}

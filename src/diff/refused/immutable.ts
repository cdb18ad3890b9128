import { IMMUTABLE, Immutable } from './immutable-fields';
import { literal, textOf } from '../../kubernetes/api-server/text';
import { groupOf, groupKindOf, isRecord, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';

function ruleFor(entry: Immutable): Rule {
  const kinds = new Set(entry.kinds);
  return {
    id: entry.id,
    title: `Fixed fields of ${entry.kinds.map(kindOf).join(', ')}`,
    effect: 'refused',
    kinds: entry.kinds.map(kindOf),
    fields: entry.paths.map(dotted).join(', ') + (entry.except ? `, except ${entry.except.map(dotted).join(', ')}` : ''),
    why: entry.why,
    fix: entry.fix,
    since: entry.since,
    until: entry.until,
    updated: update => kinds.has(groupKindOf(update.after)) ? changedFields(entry, update) : [],
  };
}

function changedFields({ paths, except = [], holds, why, fix }: Immutable, update: Update): ChangeStatement[] {
  if (holds && !holds(update)) { return []; }
  return update.differences
    .filter(({ path }) => paths.some(fixed => isUnder(path, fixed)) && !except.some(free => isUnder(path, free)))
    .map(({ path }) => ({ path, part: dotted(path), message: `the API server refuses this: ${why}`, ...kept(path, update, fix) }));
}

/** With the prop that keeps the old value, where constructs of this library have one. */
function kept(path: string, { before, after }: Update, fix: string): Pick<ChangeStatement, 'fix'> | undefined {
  if (groupOf(after.apiVersion) !== 'apps') { return undefined; }
  const { serviceName, selector } = recordOf(before.spec);
  const { matchLabels, matchExpressions } = recordOf(selector);
  const prop = path === '/spec/serviceName' && serviceName
    ? `serviceName: '${textOf(serviceName)}'`
    : isUnder(path, '/spec/selector') && isRecord(matchLabels) && !matchExpressions ? `selectorLabels: ${literal(matchLabels)}` : undefined;
  return prop ? { fix: `write \`${prop}\` on the construct; or ${fix.replace(/^keep the old value, or /, '')}` } : undefined;
}

/** `spec.serviceName` of `/spec/serviceName`. */
function dotted(path: string): string {
  return path.slice(1).replace(/\//g, '.').replace(/~1/g, '/');
}

function kindOf(kind: string): string {
  return kind.slice(kind.indexOf('/') + 1);
}

export const IMMUTABLE_RULES: readonly Rule[] = IMMUTABLE.map(ruleFor);

import { parse } from 'yaml';
import { Rule } from '../../../../src/checks/rules/object/rule';
import { RULE_CHECKS } from '../../../../src/checks/rules/object-rules';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';

const RULES = [...new Set(RULE_CHECKS.flatMap(check => check.checks as readonly Rule[]))];

/** On the version that the examples are for, or on the first one that the rule holds for. */
function idsIn(yaml: string, rule: Rule): string[] {
  const usual = ApiModel.of(rule.exampleVersion);
  const model = usual.holds(rule) ? usual : ApiModel.of(rule.since);
  return checkManifests([parse(yaml)], { scope: 'object', model }).map(finding => finding.rule);
}

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is all that is found in its bad example', () => {
    const ids = idsIn(rule.bad!, rule);

    expect([...new Set(ids)]).toEqual([id]);
  });

  it('finds nothing in its good example', () => {
    const ids = idsIn(rule.good!, rule);

    expect(ids).toEqual([]);
  });
});

describe('all rules', () => {
  it('have ids of their own', () => {
    const ids = RULES.map(rule => rule.id);

    expect(new Set(ids).size).toBe(ids.length);
  });
});

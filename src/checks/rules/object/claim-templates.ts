import { checkTemplateSources, claimDataSource, dataSourceGroup } from './claim-spec';
import { Rule, forRecords, rulesFor } from './rule';
import { recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';

/** Since then the server looks into the templates of a StatefulSet, of which it drops nothing. */
const CHECKED: Pick<Rule, 'since'> = { since: '1.34' };

/** What the server says of the template of a claim, and not of the claim that is made of it. */
export const claimTemplateRules: ObjectCheck = rulesFor(['apps/StatefulSet'], [claimDataSource, dataSourceGroup], (set, broken) =>
  forRecords(recordOf(set.spec).volumeClaimTemplates, ({ spec }, index) =>
    checkTemplateSources(recordOf(spec), `/spec/volumeClaimTemplates/${index}/spec`, (rule, ...said) => broken({ ...rule, ...CHECKED }, ...said))));

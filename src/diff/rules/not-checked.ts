import { Rule } from '../changes/rule';

/** Reported when a rule throws: a mistake of ours, or an input stranger than we thought of. Never passed over in silence. */
export const NOT_CHECKED: Rule = {
  id: 'not-checked',
  title: 'A rule could not finish',
  effect: 'refused',
  kinds: ['every kind'],
  fields: 'any',
  why: 'a field holds something that no manifest can mean',
  fix: 'see what `cdk8s-stateful check` says about this object',
};

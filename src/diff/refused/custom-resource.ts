import { brokenByUpdate } from '../../checks/custom-resources/custom-resource';
import { customResourceRule } from '../../checks/custom-resources/rules';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

function brokenRules({ before, after }: Update, { customKinds }: World): ChangeStatement[] {
  const kind = customKinds.find(after.apiVersion, after.kind);
  // What an object looks like in another version, only its webhook knows.
  if (!kind || before.apiVersion !== after.apiVersion) { return []; }
  return brokenByUpdate(before, after, kind).filter(({ check }) => check === customResourceRule)
    .map(({ path, message, fix }) => ({ path, part: path, message: `the definition of ${after.kind} refuses this change: ${message}`, fix }));
}

export const CUSTOM_RESOURCE_RULES: readonly Rule[] = [{
  id: 'custom-resource-change',
  title: 'A change that the definition of the kind forbids',
  effect: 'refused',
  kinds: ['custom kinds'],
  fields: 'fields with a rule in the CustomResourceDefinition',
  why: 'rules of a definition (x-kubernetes-validations) may compare the new value with the old one (oldSelf); the server asks them at each update',
  fix: 'write the old value, or make a new object under another name',
  updated: brokenRules,
}];

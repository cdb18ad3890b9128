import { groupOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differencesUnder } from '../changes/update';

/** Once `immutable: true`, neither the data nor the flag itself can change. */
function frozen(update: Update): ChangeStatement[] {
  const { before, after } = update;
  if (!['ConfigMap', 'Secret'].includes(after.kind) || groupOf(after.apiVersion) !== '' || before.immutable !== true) { return []; }
  return ['immutable', 'data', 'binaryData'].flatMap(field => differencesUnder(update, `/${field}`)).map(({ path }) => ({
    path,
    part: path.slice(1).replace(/\//g, '.'),
    message: `this ${after.kind} is immutable: the API server refuses any change of its data and of the flag itself`,
  }));
}

export const CONFIG_RULES: readonly Rule[] = [{
  id: 'immutable-config',
  title: 'ConfigMap or Secret with `immutable: true`',
  effect: 'refused',
  kinds: ['ConfigMap', 'Secret'],
  fields: 'immutable, data, binaryData, stringData',
  why: 'kubelets stop watching an immutable ConfigMap or Secret, so the server never lets it change',
  fix: 'create it under a new name and let the pods name that one',
  updated: frozen,
}];

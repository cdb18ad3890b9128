import { updateOf } from '../../../src/diff/changes/update';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { podTemplate, statefulSet } from '../support';

const MODEL = ApiModel.of('1.27');
const withAccount = (account: Record<string, string>) => statefulSet({ template: podTemplate({}, account) });

describe('a service account of pods', () => {
  test.each([
    ['stays when it is left out, under its old name', { serviceAccountName: 'a' }, {}, 'a'],
    ['stays when its old name is left out', { serviceAccount: 'a' }, {}, 'a'],
    ['becomes another one', { serviceAccountName: 'a' }, { serviceAccountName: 'b' }, 'b'],
    ['stays when only its old name is another', { serviceAccount: 'a' }, { serviceAccount: 'b' }, 'a'],
  ])('%s', (_, before, after, account) => {
    const update = updateOf(withAccount(before), withAccount(after), MODEL);

    expect(update.after.spec.template.spec.serviceAccountName).toBe(account);
  });

  test('is not made up', () => {
    const update = updateOf(withAccount({}), withAccount({}), MODEL);

    expect(update.after.spec.template.spec.serviceAccountName).toBeUndefined();
    expect(update.differences).toEqual([]);
  });
});

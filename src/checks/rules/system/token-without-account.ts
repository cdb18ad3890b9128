import { objectYaml, together } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { didYouMean } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

const OF_ACCOUNT = 'kubernetes.io/service-account.name';
const TYPE = 'kubernetes.io/service-account-token';

const example = (account: string) => together(
  objectYaml('v1', 'ServiceAccount', 'ci'),
  objectYaml('v1', 'Secret', 'ci-token', `type: ${TYPE}`).replace('{name: ci-token}', `{name: ci-token, annotations: {${OF_ACCOUNT}: ${account}}}`));

export const tokenWithoutAccount: Check = {
  id: 'token-without-account',
  why: 'the token of a ServiceAccount is written into a Secret that names it. If there is no such account in the namespace, the Secret is deleted as soon as it is created',
  severity: 'warning',
  run: function* (inventory, { cluster, makers }) {
    for (const secret of inventory.ofKind('Secret')) {
      const account = secret.type === TYPE ? recordOf(secret.metadata?.annotations)[OF_ACCOUNT] : undefined;
      const namespace = namespaceOf(secret);
      if (typeof account !== 'string' || inventory.findIn('ServiceAccount', namespace, account) || cluster.find('ServiceAccount', namespace, account)
        || inventory.isSomewhere('ServiceAccount', account) || makers.mayMake('ServiceAccount', namespace, account)) { continue; }
      const known = inventory.ofKind('ServiceAccount').filter(one => namespaceOf(one) === namespace).map(({ metadata }) => metadata?.name ?? '');
      yield {
        object: secret,
        path: pointer('metadata', 'annotations', OF_ACCOUNT),
        message: `${titleOf(secret)} asks for a token of ServiceAccount '${account}' in namespace '${namespace}', which is neither among the manifests nor declared${didYouMean(account, known)}`,
        fix: `add ServiceAccount '${account}' to the manifests, or declare it if it exists already`,
        declaration: { objects: [{ kind: 'ServiceAccount', namespace, name: account }] },
      };
    }
  },
  bad: example('robot'),
  good: example('ci'),
};

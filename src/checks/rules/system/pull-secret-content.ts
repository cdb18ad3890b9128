import { objectYaml } from './examples';
import { Manifest, isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The only key of such a Secret that the kubelet reads. */
const KEY = '.dockerconfigjson';

const example = (config: string) => objectYaml('v1', 'Secret', 'registry', 'type: kubernetes.io/dockerconfigjson', `stringData: {${KEY}: '${config}'}`);

export const pullSecretContent: Check = {
  id: 'pull-secret-content',
  why: 'the kubelet looks for the password of a registry in `auths`, as `auth` or as `username` and `password`. The API server takes any JSON; what is written otherwise is passed '
    + 'over, and the image is pulled without a password',
  severity: 'warning',
  run: function* (inventory) {
    for (const secret of inventory.ofKind('Secret')) {
      const [field, text] = secret.type === 'kubernetes.io/dockerconfigjson' ? configOf(secret) : [];
      const problem = text === undefined ? undefined : problemOf(text);
      if (problem === undefined) { continue; }
      yield {
        object: secret,
        path: `/${field}/${KEY}`,
        message: `${titleOf(secret)} ${problem}: the kubelet finds no password in it`,
        fix: 'write {"auths": {"<registry>": {"username": "<name>", "password": "<password>"}}}, or make it with kubectl create secret docker-registry',
      };
    }
  },
  bad: example('{"registry.example.com": {"username": "web", "password": "change-me"}}'),
  good: example('{"auths": {"registry.example.com": {"username": "web", "password": "change-me"}}}'),
};

/** The field that holds the configuration, and its text. What is not there, or no base64, others report. */
function configOf({ data, stringData }: Manifest): readonly [string, string | undefined] {
  const plain = recordOf(stringData)[KEY];
  if (typeof plain === 'string') { return ['stringData', plain]; }
  const encoded = recordOf(data)[KEY];
  return ['data', typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString('utf8') : undefined];
}

function problemOf(text: string): string | undefined {
  let config: unknown;
  try { config = JSON.parse(text); } catch { return undefined; }
  if (!isRecord(config)) { return undefined; }
  if (config.auths === undefined) {
    return Object.keys(config).length > 0 && config.credsStore === undefined && config.credHelpers === undefined ? 'names its registries without auths around them' : undefined;
  }
  const empty = Object.entries(recordOf(config.auths)).find(([, entry]) => isRecord(entry) && !hasPassword(entry));
  return empty && `has neither auth nor username and password for '${empty[0]}'`;
}

/** `auth` holds `name:password` in base64. Some registries take a token instead. */
function hasPassword({ auth, username, password, identitytoken, registrytoken }: Record<string, unknown>): boolean {
  const isAuth = typeof auth === 'string' && auth !== '' && (!/^[A-Za-z0-9+/]+=*$/.test(auth) || Buffer.from(auth, 'base64').toString('utf8').includes(':'));
  return isAuth || (typeof username === 'string' && typeof password === 'string') || identitytoken !== undefined || registrytoken !== undefined;
}

import { example } from './examples';
import { Broken, Rule, isText, rulesFor } from './rule';
import { Manifest, isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const secretKeys: Rule = {
  id: 'secret-data',
  why: 'the type of a Secret promises certain keys to those who use it, and the values may have 1 MiB together',
  fix: 'add the keys that the type needs, or leave type out',
  bad: example('Secret', 'v1', 'type: kubernetes.io/ssh-auth', 'stringData: {key: a}'),
  good: example('Secret', 'v1', 'type: kubernetes.io/ssh-auth', 'stringData: {ssh-privatekey: a}'),
};

export const configKeys: Rule = {
  id: 'config-map-data',
  why: 'a key of a ConfigMap stands for one value, text or binary, and the values may have 1 MiB together',
  fix: 'keep each key in one of data and binaryData',
  bad: example('ConfigMap', 'v1', 'data: {a: b}', 'binaryData: {a: Yg==}'),
  good: example('ConfigMap', 'v1', 'data: {a: b}', 'binaryData: {c: Yg==}'),
};

const MAX_BYTES = 1024 * 1024;

function checkSize(rule: Rule, bytes: number, broken: Broken) {
  if (bytes > MAX_BYTES) {
    broken(rule, '/data', `the values have ${bytes} bytes together, and may have ${MAX_BYTES}`, 'make it several objects, or keep large files in a volume or in the image');
  }
}

function bytesOf(text: unknown): number {
  return typeof text === 'string' ? Buffer.byteLength(text) : 0;
}

function bytesInBase64(text: unknown): number {
  return typeof text === 'string' ? Buffer.byteLength(text, 'base64') : 0;
}

export const configMapRules: ObjectCheck = rulesFor(['/ConfigMap'], [configKeys], (map, broken) => {
  const data = recordOf(map.data);
  const binary = recordOf(map.binaryData);
  checkSize(configKeys, sumOf(Object.values(data), bytesOf) + sumOf(Object.values(binary), bytesInBase64), broken);
  for (const key of Object.keys(data)) {
    if (Object.hasOwn(binary, key)) { broken(configKeys, `/data${pointer(key)}`, `the key ${show(key)} is in binaryData as well`); }
  }
});

export const secretRules: ObjectCheck = rulesFor(['/Secret'], [secretKeys], (secret, broken) => {
  const data = recordOf(secret.data);
  const text = recordOf(secret.stringData);
  // What stands in stringData takes the place of what stands in data under the same key.
  const kept = Object.keys(data).filter(key => !Object.hasOwn(text, key)).map(key => data[key]);
  checkSize(secretKeys, sumOf(Object.values(text), bytesOf) + sumOf(kept, bytesInBase64), broken);
  checkType(secret, data, text, broken);
});

function sumOf(values: readonly unknown[], sizeOf: (value: unknown) => number): number {
  return values.reduce<number>((sum, value) => sum + sizeOf(value), 0);
}

/** Keys that must be there; of the last, one is enough. */
const KEYS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

const JSON_TYPES = ['kubernetes.io/dockercfg', 'kubernetes.io/dockerconfigjson'];
const ACCOUNT = 'kubernetes.io/service-account.name';

function checkType(secret: Manifest, data: Record<string, any>, text: Record<string, any>, broken: Broken) {
  const { type } = secret;
  const has = (key: string) => Object.hasOwn(data, key) || Object.hasOwn(text, key);
  for (const key of isText(type) && Object.hasOwn(KEYS_OF_TYPE, type) ? KEYS_OF_TYPE[type] : []) {
    if (!has(key) || type === 'kubernetes.io/ssh-auth' && !isText(text[key] ?? data[key])) {
      broken(secretKeys, '/data', `a Secret of type ${type} needs the key '${key}'`, `add '${key}' to data or stringData`);
    } else if (JSON_TYPES.includes(type)) {
      checkDockerConfig(key, data, text, broken);
    }
  }
  if (type === 'kubernetes.io/basic-auth' && !has('username') && !has('password')) {
    broken(secretKeys, '/data', "a Secret of type kubernetes.io/basic-auth needs the key 'username' or 'password'", "add 'username' and 'password'");
  }
  if (type === 'kubernetes.io/service-account-token' && !isText(recordOf(secret.metadata?.annotations)[ACCOUNT])) {
    broken(secretKeys, `/metadata/annotations${pointer(ACCOUNT)}`, 'a token Secret does not say which ServiceAccount it is for', `add the annotation ${ACCOUNT}`);
  }
}

function checkDockerConfig(key: string, data: Record<string, any>, text: Record<string, any>, broken: Broken) {
  const inText = Object.hasOwn(text, key);
  const value = inText ? text[key] : data[key];
  if (typeof value === 'string' && !isJsonMapping(inText ? value : Buffer.from(value, 'base64').toString())) {
    broken(secretKeys, `/${inText ? 'stringData' : 'data'}${pointer(key)}`, `the key '${key}' holds no JSON mapping`, 'write the JSON of a docker configuration');
  }
}

function isJsonMapping(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) || value === null;
  } catch {
    return false;
  }
}

import { objectYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (key: string) => objectYaml('v1', 'Secret', 'login', 'data: {password: Y2hhbmdlLW1l}', `stringData: {${key}: change-me-too}`);

export const overwrittenSecretKey: Check = {
  id: 'overwritten-secret-key',
  why: 'the server writes stringData over data. A key that stands in both has the value of stringData, and the other one is lost without a word',
  severity: 'warning',
  run: function* (inventory) {
    for (const secret of inventory.ofKind('Secret')) {
      const [data, stringData] = [recordOf(secret.data), recordOf(secret.stringData)];
      for (const key of Object.keys(stringData)) {
        if (!Object.hasOwn(data, key) || data[key] === Buffer.from(textOf(stringData[key])).toString('base64')) { continue; }
        yield {
          object: secret,
          path: pointer('data', key),
          message: `${titleOf(secret)} has the key '${key}' in data and in stringData, with different values: that of data is lost`,
          fix: 'remove the one that is not meant',
        };
      }
    }
  },
  bad: example('password'),
  good: example('user'),
};

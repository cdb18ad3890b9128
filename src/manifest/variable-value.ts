import { Inventory } from './inventory';
import { recordOf, textOf } from '../kubernetes/manifest';

/** The value of an environment variable, its own or that of a ConfigMap or Secret of the manifests; undefined if it is not known. Never to be printed. */
export function valueOfVariable({ value, valueFrom }: Readonly<Record<string, any>>, namespace: string, inventory: Inventory): string | undefined {
  if (typeof value === 'string') { return value; }
  const { secretKeyRef, configMapKeyRef } = recordOf(valueFrom);
  const { name, key } = recordOf(secretKeyRef ?? configMapKeyRef);
  const { data, stringData } = recordOf(inventory.findIn(secretKeyRef === undefined ? 'ConfigMap' : 'Secret', namespace, name));
  const [text, encoded] = [recordOf(stringData)[textOf(key)], recordOf(data)[textOf(key)]];
  if (typeof text === 'string') { return text; }
  if (typeof encoded !== 'string') { return undefined; }
  return secretKeyRef === undefined ? encoded : Buffer.from(encoded, 'base64').toString();
}

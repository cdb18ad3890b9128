import { isRecord, Manifest, recordOf } from '../kubernetes/manifest';
import { YamlWriter } from '../manifest/write/yaml-writer';
import { printable } from '../reports/printable';
import { isSecret, redacted, REDACTED, withoutCredentials } from '../reports/secret';

/** Nobody reads more of an object in a browser. */
const LONGEST = 50_000;

/** kubectl keeps a copy of the whole object here, with what is secret in it. */
const COPY = 'kubectl.kubernetes.io/last-applied-configuration';

/** An object as YAML for people: without what is secret, and with what would be invisible as an escape. */
export function pageYaml(manifest: Manifest): string {
  const text = new YamlWriter().stringify([masked(manifest)]);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n… and ${text.length - LONGEST} more characters` : text;
  return shown.split('\n').map(line => line.split('\t').map(printable).join('\t')).join('\n');
}

function masked({ ...manifest }: Manifest): unknown {
  const annotations = recordOf(manifest.metadata?.annotations);
  const metadata = COPY in annotations ? { ...manifest.metadata, annotations: { ...annotations, [COPY]: REDACTED } } : manifest.metadata;
  const fields = Object.entries({ ...manifest, metadata }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([field, value]) => [field, maskedField(manifest, field, value)]));
}

function maskedField(manifest: Manifest, field: string, value: unknown): unknown {
  if (isSecret(manifest, `/${field}`)) { return redacted(value); }
  // A key of a ConfigMap says what its value is, as the name of a variable does.
  if (manifest.kind === 'ConfigMap' && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCredentials(child, key)]));
  }
  return withoutCredentials(value);
}

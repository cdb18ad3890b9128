import { judges, object, of } from './judge';

const noted = (length: number) => ({ ...of('ConfigMap', 'v1', ''), metadata: { name: 'a', annotations: { a: 'x'.repeat(length) } } });

describe('metadata', () => {
  judges([
    ['annotations as long as they may be', noted(256 * 1024 - 1)],
    ['annotations that are too long', noted(256 * 1024), 'object-metadata /metadata/annotations'],
    ['dependents that are orphaned and deleted', object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a, finalizers: [orphan, foregroundDeletion]}}'),
      'object-metadata /metadata/finalizers'],
  ]);
});

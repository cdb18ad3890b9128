import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Testing, Yaml } from 'cdk8s';
import { FindingSeverity, ManifestCheck } from 'cdk8s-stateful';
import { Cache } from '../cache';

const manifests = Testing.synth(new Cache(Testing.app(), 'cache'));

test('writes what was read by eye', () => {
  const file = join(__dirname, 'cache.snapshot.yaml');
  const yaml = Yaml.stringify(...manifests);
  if (process.env.UPDATE) { writeFileSync(file, yaml); }

  assert.equal(yaml, readFileSync(file, 'utf8'), 'the manifests changed; if they should: npm run test:update');
});

test('has nothing that Kubernetes would refuse, and nothing that would never work', () => {
  const check = ManifestCheck.of(manifests);

  assert.deepEqual(check.findings.filter(({ severity }) => severity !== FindingSeverity.INFO), [], check.toText());
});

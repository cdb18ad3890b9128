import { execFileSync } from 'child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parse } from 'yaml';
import { createClaim } from '../../../src/diff/plan/bound-claim';
import { claimTemplate, object } from '../support';

const { storageClassName, ...spec } = claimTemplate().spec;
// As a claim of a cluster has its fields: the spec is not the last one.
const { metadata, ...rest } = object('v1', 'PersistentVolumeClaim', { spec }, 'data');
const manifest = { ...rest, metadata };

/** What the steps give to each kubectl, and by which manager. */
function applied(isWritten: boolean): { manager: string; claim: any }[] {
  const folder = mkdtempSync(join(tmpdir(), 'claim-'));
  const log = join(folder, 'log');
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n{ echo "# $*"; cat; echo ===; } >> ${log}\n`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  try {
    for (const { argv: [program, ...args] } of createClaim({ manifest, volume: 'echo pv-1', className: 'echo fast', isWritten })) {
      execFileSync(program, args, { env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } });
    }
    return readFileSync(log, 'utf8').split('===\n').filter(Boolean)
      .map(text => ({ manager: /--field-manager=(\S+)/.exec(text)?.[1] ?? 'kubectl', claim: parse(text) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('volume and class of a claim belong to the plan: a manifest without them can be applied', () => {
  const [first, second, third] = applied(true);

  expect(first).toMatchObject({ manager: 'cdk8s-stateful-plan', claim: { spec: { ...spec, volumeName: 'pv-1', storageClassName: 'fast' } } });
  expect(second).toEqual({ manager: 'kubectl', claim: manifest });
  expect(third.manager).toBe('cdk8s-stateful-plan');
  expect(third.claim).toEqual({ ...manifest, spec: { volumeName: 'pv-1', storageClassName: 'fast' } });
});

test('the claim of a set is in no manifest, and stays the plan\'s', () => {
  expect(applied(false).map(({ manager }) => manager)).toEqual(['cdk8s-stateful-plan']);
});

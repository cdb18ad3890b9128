import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../../scripts/kubernetes/node/command';
import { writeProgramImage } from '../../../../scripts/kubernetes/node/image';

test('an image of one program is an OCI layout whose sums are right', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  const [program, image] = [join(folder, 'greet'), join(folder, 'greet.oci')];
  writeFileSync(program, '#!/bin/sh\necho hello\n');

  writeProgramImage(image, 'example.com/greet:1', program, { Entrypoint: ['/greet'] });

  const blob = (digest: string) => readFileSync(join(image, 'blobs', ...digest.split(':')));
  const json = (digest: string) => JSON.parse(blob(digest).toString());
  const [{ digest, annotations }] = JSON.parse(readFileSync(join(image, 'index.json'), 'utf8')).manifests;
  const { config, layers: [layer] } = json(digest);
  expect(annotations['io.containerd.image.name']).toBe('example.com/greet:1');
  expect(json(config.digest)).toMatchObject({ config: { Entrypoint: ['/greet'] }, rootfs: { diff_ids: [layer.digest] } });
  for (const { digest: sum, size } of [config, layer]) {
    expect({ sum: `sha256:${createHash('sha256').update(blob(sum)).digest('hex')}`, size: blob(sum).length }).toEqual({ sum, size });
  }
  expect(run('tar', ['--list', `--file=${join(image, 'blobs', ...layer.digest.split(':'))}`])).toBe('greet\n');
});

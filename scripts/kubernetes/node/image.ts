import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command';

/** What an image says of the containers that are made of it, in the words of the OCI. */
export interface ImageConfig {
  readonly User?: string;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly WorkingDir?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly StopSignal?: string;
}

/** Writes an image of one layer, which is moved, as an OCI layout: a folder. */
export function writeImage(folder: string, names: readonly string[], layer: string, config: ImageConfig): void {
  const blobs = join(folder, 'blobs', 'sha256');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(blobs, { recursive: true });
  const layerBlob = { mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: `sha256:${hashOf(layer)}`, size: statSync(layer).size };
  renameSync(layer, join(blobs, layerBlob.digest.slice('sha256:'.length)));
  const blob = (mediaType: string, content: object) => {
    const text = JSON.stringify(content);
    const hash = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(blobs, hash), text);
    return { mediaType, digest: `sha256:${hash}`, size: Buffer.byteLength(text) };
  };
  const configBlob = blob('application/vnd.oci.image.config.v1+json', {
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64', os: 'linux', config, rootfs: { type: 'layers', diff_ids: [layerBlob.digest] },
  });
  const manifest = blob('application/vnd.oci.image.manifest.v1+json', { schemaVersion: 2, config: configBlob, layers: [layerBlob] });
  writeFileSync(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  writeFileSync(join(folder, 'index.json'), JSON.stringify({
    schemaVersion: 2,
    manifests: names.map(name => ({ ...manifest, annotations: { 'io.containerd.image.name': name, 'org.opencontainers.image.ref.name': name } })),
  }));
}

/** An image that holds one program and nothing else. */
export function writeProgramImage(folder: string, name: string, program: string, config: ImageConfig = {}): void {
  const layer = `${folder}.tar`;
  run('tar', ['--create', `--file=${layer}`, '--owner=0', '--group=0', '--mode=755', '--transform=s,.*/,,', '--absolute-names', program]);
  writeImage(folder, [name], layer, config);
}

/** Of a file of any size. */
function hashOf(path: string): string {
  const [hash, buffer, file] = [createHash('sha256'), Buffer.alloc(2 ** 20), openSync(path, 'r')];
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) { hash.update(buffer.subarray(0, length)); }
  closeSync(file);
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JavaProgram, fetchJars, jarsOf } from '../../../clusters/java-program';
import { fetchCqlsh, pathOfCqlsh } from '../../../clusters/python-program';
import { makeOnce } from '../../make-once';
import { CACHE } from '../../paths';
import { run } from '../command';
import { ImageConfig, writeImage } from '../image';

/** What is left out of every image. */
const LEFT_OUT = ['doc', 'locale', 'info', 'lintian'].map(folder => `/usr/share/${folder}/*`);

/** An image that is made of Debian's packages, under the names of official images whose place it takes. */
export interface DebianImage {
  /** Folder beside this file, with `setup.sh`, which makes the file system like that of the official image, and files in `root/`. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly suite: 'bookworm' | 'trixie' | 'sid';
  readonly packages: readonly string[];
  /** The program whose jars are in /jars. */
  readonly jars?: JavaProgram;
  /** Whether /python has the packages of cqlsh. */
  readonly python?: boolean;
  readonly config: ImageConfig;
  /** How it differs from the official image, in sentences. */
  readonly differs: readonly string[];
}

/** Where an image is kept, outside of the work tree. The name is another one when what it is made of has changed. */
export function pathOfImage(image: DebianImage): string {
  const source = join(__dirname, image.folder);
  const hash = createHash('sha256').update(JSON.stringify(image));
  if (image.jars) { hash.update(jarsOf(image.jars)); }
  if (image.python) { hash.update(pathOfCqlsh()); }
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.\w+$|bin\//.test(file) && statSync(join(source, file)).isFile()) { hash.update(file).update(readFileSync(join(source, file))); }
  }
  return join(CACHE, 'images', `${image.folder}-${hash.digest('hex').slice(0, 16)}.oci`);
}

/** The image as an OCI layout, made if that was never done. */
export function debianImage(image: DebianImage): string {
  return makeOnce(pathOfImage(image), target => {
    process.stderr.write(`Making ${image.names[0]} of Debian's ${image.packages.join(', ')} …\n`);
    const layer = `${target}.tar`;
    try {
      run('mmdebstrap', mmdebstrapArguments(image, join(__dirname, image.folder), layer));
      writeImage(target, image.names, layer, image.config);
    } finally {
      rmSync(layer, { force: true });
    }
  });
}

function mmdebstrapArguments({ suite, packages, jars, python }: DebianImage, source: string, layer: string): string[] {
  const root = join(source, 'root');
  return [
    '--mode=root', '--variant=minbase', `--include=${packages.join(',')}`,
    // The release file of a suite that is kept as it was on some day has expired.
    '--aptopt=Acquire::Check-Valid-Until "false"',
    ...LEFT_OUT.map(path => `--dpkgopt=path-exclude=${path}`),
    ...existsSync(root) ? [`--customize-hook=sync-in ${root} /`] : [],
    ...jars ? copiedTo('/jars', fetchJars(jars)) : [],
    ...python ? copiedTo('/python', fetchCqlsh()) : [],
    `--customize-hook=sh ${join(source, 'setup.sh')} "$1"`,
    suite, layer,
  ];
}

const copiedTo = (folder: string, source: string) => [`--customize-hook=mkdir "$1${folder}"`, `--customize-hook=sync-in ${source} ${folder}`];

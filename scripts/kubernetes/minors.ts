import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const GO_FOLDER = join(__dirname, 'go');

const number = (minor: string) => Number(minor.split('.')[1]);

/** The minors of Kubernetes that can be built, oldest first: a folder of go/ each. */
export const MINORS = readdirSync(GO_FOLDER).filter(name => /^1\.\d+$/.test(name)).sort((a, b) => number(a) - number(b));

/** The one that is meant where nobody names one: the newest that the large platforms offer. */
export const DEFAULT_MINOR = '1.36';

/** The version that stands in the minor's go.mod, such as `1.36.3`. */
export function versionOf(minor: string): string {
  if (!MINORS.includes(minor)) {
    throw new Error(`There is no Kubernetes ${minor} here, only ${MINORS.join(', ')}. Add one with scripts/kubernetes/go/new-minor.sh VERSION`);
  }
  return /k8s\.io\/kubernetes v([\d.]+)/.exec(readFileSync(join(GO_FOLDER, minor, 'go.mod'), 'utf8'))![1];
}

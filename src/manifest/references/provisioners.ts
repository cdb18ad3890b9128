import { Pods } from './pods';
import { References } from './references';
import { listOf, recordOf } from '../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../kubernetes/workload';

/** A program among the manifests that says which classes it serves. */
export interface Provisioner {
  /** What a StorageClass must write in `provisioner`. */
  readonly name: string;
  readonly pods: Pods;
  /** JSON pointer to the name in the workload. */
  readonly path: string;
  /** True if it says so by `PROVISIONER_NAME`, as those built on the sig-storage library do. */
  readonly announced: boolean;
}

const ENVIRONMENT = ['PROVISIONER_NAME', 'DRIVER_NAME', 'CSI_DRIVER_NAME', 'DRIVERNAME'];
const ARGUMENT = /^--?(?:provisioner|provisioner-name|driver-?name)=(.+)$/i;

/** Every provisioner that the manifests deploy, as far as its name can be read. */
export function provisionersOf(references: References): readonly Provisioner[] {
  let provisioners = PROVISIONERS.get(references);
  if (!provisioners) {
    provisioners = references.pods.all.flatMap(pods => containersOf(pods.template).flatMap(placed => provisionersIn(pods, placed)));
    PROVISIONERS.set(references, provisioners);
  }
  return provisioners;
}

/** Many ask. */
const PROVISIONERS = new WeakMap<References, readonly Provisioner[]>();

function provisionersIn(pods: Pods, { container, path }: PlacedContainer): Provisioner[] {
  const found: Provisioner[] = [];
  listOf(container.env).forEach((variable, i) => {
    const { name, value } = recordOf(variable);
    if (ENVIRONMENT.includes(name) && typeof value === 'string') {
      found.push({ name: value, pods, path: `${path}/env/${i}/value`, announced: name === 'PROVISIONER_NAME' });
    }
  });
  for (const field of ['command', 'args']) {
    listOf(container[field]).forEach((argument, i) => {
      const match = typeof argument === 'string' ? ARGUMENT.exec(argument) : null;
      if (match) { found.push({ name: match[1], pods, path: `${path}/${field}/${i}`, announced: false }); }
    });
  }
  return found;
}

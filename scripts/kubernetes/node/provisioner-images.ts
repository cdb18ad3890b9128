import { writeProgramImage } from './image';
import { GoModule, Program } from '../go-module';

export const LOCAL_PATH_IMAGE = 'docker.io/rancher/local-path-provisioner:v0.0.30';
/** What it holds is ours: the real one is served as no Go module. */
export const NFS_IMAGE = 'registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2';

const PROGRAMS: Readonly<Record<string, Program>> = {
  [LOCAL_PATH_IMAGE]: { name: 'local-path-provisioner', package: 'github.com/rancher/local-path-provisioner' },
  [NFS_IMAGE]: { name: 'nfs-subdirectories', package: '.' },
};

/** Names of the images. */
export const PROVISIONER_IMAGES = Object.keys(PROGRAMS);

/** The OCI layout of an image that holds one provisioner, made and built if that was never done; undefined if the name is another's. */
export function provisionerImage(name: string): string | undefined {
  const program = PROGRAMS[name];
  if (!program) { return undefined; }
  const provisioners = new GoModule('provisioners');
  const path = provisioners.program(program);
  return provisioners.file(`${program.name}.oci`, folder => writeProgramImage(folder, name, path, { Entrypoint: [`/${program.name}`] }));
}

import { provisionerYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { provisionersOf } from '../../../manifest/references/provisioners';
import { Check } from '../../engine/check';

/** Provisioners that read `metadata.selfLink`, which objects no longer have since Kubernetes 1.20, and what took their place. */
const READS_SELF_LINK = /(^|\/)external_storage\/(nfs-client-provisioner|nfs-client-provisioner-arm|nfs-provisioner|local-volume-provisioner|hostpath-provisioner)\b/;
const SUCCESSOR = 'registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2';

/** Official images of programs that provision nothing. */
const OTHER_PROGRAMS = /^(docker\.io\/)?(library\/)?(alpine|bash|busybox|caddy|debian|httpd|mariadb|mongo|mysql|nginx|node|postgres|python|redis|traefik|ubuntu)(:|@|$)/;

const example = (image: string) => provisionerYaml('example.com/nfs', image);

export const provisionerImage: Check = {
  id: 'provisioner-image',
  why: 'claims of a class stay Pending if what runs under the name of its provisioner is another program, or one that no longer works',
  run: function* (_, context) {
    for (const { name, pods, path, announced } of provisionersOf(context.references)) {
      const placed = containersOf(pods.template).find(({ path: container }) => path.startsWith(`${container}/`));
      const image = textOf(placed?.container.image);
      const isOld = READS_SELF_LINK.test(image);
      if (!isOld && !(announced && OTHER_PROGRAMS.test(image))) { continue; }
      yield {
        object: pods.workload,
        path: `${placed!.path}/image`,
        message: `${titleOf(pods.workload)} is to provision volumes as '${name}', and its image '${image}' ${isOld
          ? 'reads a field that objects do not have since Kubernetes 1.20 (selfLink), so it makes none' : 'is no provisioner'}`,
        fix: `write image: ${SUCCESSOR}, or that of the provisioner which is meant`,
      };
    }
  },
  bad: example('quay.io/external_storage/nfs-client-provisioner:v3.1.0-k8s1.11'),
  good: example(SUCCESSOR),
};

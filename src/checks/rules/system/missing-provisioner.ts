import { ONCE, claimYaml, objectYaml, together } from './examples';
import { isProvided } from './provisioners';
import { titleOf } from '../../../manifest/inventory';
import { provisionersOf } from '../../../manifest/references/provisioners';
import { Check } from '../../engine/check';

const example = (provisioner: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'nfs', `provisioner: ${provisioner}`),
  claimYaml('data', `storageClassName: nfs, ${ONCE}`));

export const missingProvisioner: Check = {
  id: 'missing-provisioner',
  why: 'claims of a class whose provisioner does not run stay Pending forever. A provisioner may be installed already: a warning, '
    + 'only worth knowing if nothing claims the class, and an error if the environment is declared complete',
  severity: 'warning',
  run: function* (inventory, context) {
    const provisioners = provisionersOf(context.references);
    const claimed = new Set(context.claims.all.map(({ storageClass }) => storageClass));
    const announced = new Set(provisioners.filter(provisioner => provisioner.announced).map(({ name }) => name));
    const served = new Set(inventory.ofKind('StorageClass').map(({ provisioner }) => provisioner));
    // A provisioner of another name that nobody asks for: `provisioner-name` tells it better.
    const misnamed = [...announced].some(name => !served.has(name));
    for (const storageClass of misnamed ? [] : inventory.ofKind('StorageClass')) {
      const { provisioner, metadata } = storageClass;
      if (typeof provisioner !== 'string' || isProvided(provisioner, provisioners, context)) { continue; }
      const usual = claimed.has(metadata?.name) ? 'warning' : 'info';
      yield {
        object: storageClass,
        path: '/provisioner',
        severity: context.cluster.complete ? 'error' : usual,
        message: `${titleOf(storageClass)} asks for the provisioner '${provisioner}', which is neither deployed here nor declared`,
        fix: `add the provisioner '${provisioner}' to the manifests, or declare it if it is installed already`,
        declaration: { provisioners: [provisioner] },
      };
    }
  },
  bad: example('example.com/nfs'),
  good: together(example('ebs.csi.aws.com'), objectYaml('storage.k8s.io/v1', 'CSIDriver', 'ebs.csi.aws.com', 'spec: {attachRequired: true}')),
};

import { provisionerYaml } from './examples';
import { isProvided } from './provisioners';
import { titleOf } from '../../../manifest/inventory';
import { provisionersOf } from '../../../manifest/references/provisioners';
import { Check } from '../../engine/check';

const example = (name: string) => provisionerYaml(name, 'registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2');

export const provisionerName: Check = {
  id: 'provisioner-name',
  why: 'a provisioner serves only classes that name it exactly as it announces itself; other claims stay Pending, without an error anywhere',
  run: function* (inventory, context) {
    const classes = inventory.ofKind('StorageClass');
    const wanted = new Set(classes.map(({ provisioner }) => provisioner));
    const provisioners = provisionersOf(context.references);
    const idle = provisioners.find(({ name, announced }) => announced && !wanted.has(name));
    if (!idle) { return; }
    for (const storageClass of classes) {
      const { provisioner } = storageClass;
      if (typeof provisioner !== 'string' || isProvided(provisioner, provisioners, context)) { continue; }
      yield {
        object: storageClass,
        path: '/provisioner',
        message: `${titleOf(storageClass)} asks for the provisioner '${provisioner}', but ${titleOf(idle.pods.workload)} announces '${idle.name}'`,
        fix: `write provisioner: ${idle.name}, or PROVISIONER_NAME: ${provisioner} in ${titleOf(idle.pods.workload)}`,
      };
    }
  },
  bad: example('nfs'),
  good: example('example.com/nfs'),
};

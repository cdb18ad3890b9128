import { appArmorProfile, checkAppArmorOfTemplate } from './app-armor';
import { containersOf } from './pod';
import { checkSleepOfTemplate, sleepSeconds } from './probes';
import { rulesFor } from './rule';
import { recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';

/** What holds for a template and not for a Pod, in which the server changes some fields before it looks at them. */
export const podTemplateRules: ObjectCheck = {
  ...rulesFor(['/Pod'], [sleepSeconds, appArmorProfile], (pod, broken, model) => {
    const containers = containersOf(pod);
    for (const container of containers) { checkSleepOfTemplate(container, recordOf(pod.spec), broken, model); }
    checkAppArmorOfTemplate(pod, containers, broken);
  }),
  derived: 'only',
};

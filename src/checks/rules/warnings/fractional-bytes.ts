import { listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { isFraction } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { containerExample } from '../object/examples';
import { containersOf } from '../object/pod';
import { Broken, Rule, forRecords, rulesFor } from '../object/rule';

export const fractionalBytes: Rule = {
  id: 'fractional-bytes',
  why: 'there is no part of a byte: `m` stands for thousandths, and millions are `M` or `Mi`',
  severity: 'warning',
  fix: 'write whole bytes, such as 128Mi',
  bad: containerExample('resources: {limits: {memory: 128m}}'),
  good: containerExample('resources: {limits: {memory: 128Mi}}'),
};

const OF_CONTAINERS = ['memory', 'ephemeral-storage'];

export const fractionalByteWarnings: readonly ObjectCheck[] = [
  rulesFor(['/Pod'], [fractionalBytes], (pod, broken) => {
    const spec = recordOf(pod.spec);
    for (const { container, at } of containersOf(pod)) { checkResources(container.resources, OF_CONTAINERS, `${at}/resources`, broken); }
    if (spec.overhead) { checkAmounts(spec.overhead, OF_CONTAINERS, '/spec/overhead', broken); }
    forRecords(spec.volumes, ({ ephemeral }, index) => {
      if (!ephemeral) { return; }
      const claim = recordOf(recordOf(recordOf(ephemeral).volumeClaimTemplate).spec);
      checkResources(claim.resources, ['storage'], `/spec/volumes/${index}/ephemeral/volumeClaimTemplate/spec/resources`, broken);
    });
  }),
  rulesFor(['/PersistentVolumeClaim'], [fractionalBytes], (claim, broken) =>
    checkResources(recordOf(claim.spec).resources, ['storage'], '/spec/resources', broken)),
  rulesFor(['apps/StatefulSet'], [fractionalBytes], (set, broken) => listOf(recordOf(set.spec).volumeClaimTemplates).forEach((claim, index) =>
    checkResources(recordOf(recordOf(claim).spec).resources, ['storage'], `/spec/volumeClaimTemplates/${index}/spec/resources`, broken))),
];

function checkResources(resources: unknown, names: readonly string[], at: string, broken: Broken) {
  if (!resources) { return; }
  const { requests, limits } = recordOf(resources);
  if (requests) { checkAmounts(requests, names, `${at}/requests`, broken); }
  if (limits) { checkAmounts(limits, names, `${at}/limits`, broken); }
}

function checkAmounts(amounts: unknown, names: readonly string[], at: string, broken: Broken) {
  for (const name of names) {
    const amount = recordOf(amounts)[name];
    if (amount !== undefined && isFraction(amount)) { broken(fractionalBytes, at + pointer(name), `${show(amount)} is no whole number of bytes`); }
  }
}

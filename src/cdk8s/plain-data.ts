import type * as kplus from 'cdk8s-plus-27';
import { cdk8sPlus } from './cdk8s-plus';
import { quantityOf } from './size';
import type { Affinity, Container, ResourceRequirements, Toleration } from '../kubernetes/api/types.generated';

/** A value of cdk8s-plus in which quantities are objects (`k8s.Quantity`) as plain data. */
export function plain(value: any): any {
  if (Array.isArray(value)) { return value.map(plain); }
  if (typeof value !== 'object' || value === null) { return value; }
  if (value.constructor !== Object && 'value' in value) { return value.value; }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

/** A container in cdk8s-plus' words as it stands in YAML. */
export function plainContainer(container: kplus.k8s.Container): Container {
  return cdk8sPlus().k8s.toJson_Container(container) as Container;
}

/** Affinity in cdk8s-plus' words as it stands in YAML. */
export function plainAffinity(affinity: kplus.k8s.Affinity): Affinity {
  return cdk8sPlus().k8s.toJson_Affinity(affinity) as Affinity;
}

/** A toleration in cdk8s-plus' words as it stands in YAML: the field names are the same. */
export function plainToleration(toleration: kplus.k8s.Toleration): Toleration {
  return { ...toleration };
}

/** CPU, memory and disk as `requests` and `limits`. */
export function plainResources({ cpu, memory, ephemeralStorage }: kplus.ContainerResources): ResourceRequirements {
  const amounts = (bound: 'request' | 'limit') => ({
    ...cpu?.[bound] && { cpu: cpu[bound].amount },
    ...memory?.[bound] && { memory: quantityOf(memory[bound]) },
    ...ephemeralStorage?.[bound] && { 'ephemeral-storage': quantityOf(ephemeralStorage[bound]) },
  });
  const requests = amounts('request');
  const limits = amounts('limit');
  return {
    ...Object.keys(requests).length > 0 && { requests },
    ...Object.keys(limits).length > 0 && { limits },
  };
}

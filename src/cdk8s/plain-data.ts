import type * as kplus from 'cdk8s-plus-27';
import { quantityOf } from './size';
import type { Affinity, Container, ContainerPort, ResourceRequirements, Toleration, Volume } from '../kubernetes/api/types.generated';

/**
 * A value of cdk8s-plus, of any minor, as plain data: quantities and numbers that may be texts are objects there
 * (`k8s.Quantity`, `k8s.IntOrString`). What cdk8s works out at synthesis stays.
 */
export function plain(value: any): any {
  if (Array.isArray(value)) { return value.map(plain); }
  if (typeof value !== 'object' || value === null) { return value; }
  if (isInstance(value)) { return ['string', 'number'].includes(typeof value.value) ? value.value : value; }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

function isInstance(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype;
}

/** A container in cdk8s-plus' words as it stands in YAML. One field has another name there. */
export function plainContainer(container: kplus.k8s.Container): Container {
  const { ports, ...rest } = plain(container);
  return { ...rest, ports: Array.isArray(ports) ? ports.map(portOf) : ports };
}

function portOf({ hostIp, ...port }: any): ContainerPort {
  return hostIp === undefined ? port : { ...port, hostIP: hostIp };
}

/** Fields of volumes, and of what is projected into one, that have another name in YAML. */
const VOLUME_FIELDS: Readonly<Record<string, string>> = { downwardApi: 'downwardAPI', scaleIo: 'scaleIO' };
/** The same of the sources of volumes. */
const SOURCE_FIELDS: Readonly<Record<string, string>> = {
  volumeId: 'volumeID',
  diskUri: 'diskURI',
  targetWwNs: 'targetWWNs',
  datasetUuid: 'datasetUUID',
  pdId: 'pdID',
  storagePolicyId: 'storagePolicyID',
};

/** A volume in cdk8s-plus' words as it stands in YAML. */
export function plainVolume(volume: kplus.k8s.Volume): Volume {
  const { name, ...sources } = renamed(plain(volume), VOLUME_FIELDS);
  return { name, ...Object.fromEntries(Object.entries(sources).map(([source, fields]) => [source, plainSource(fields)])) };
}

function plainSource(fields: any): any {
  const source = renamed(fields, SOURCE_FIELDS);
  if (!Array.isArray(source?.sources)) { return source; }
  return { ...source, sources: source.sources.map((projection: any) => renamed(projection, VOLUME_FIELDS)) };
}

function renamed(fields: any, names: Readonly<Record<string, string>>): any {
  const isMapping = typeof fields === 'object' && fields !== null && !Array.isArray(fields) && !isInstance(fields);
  if (!isMapping) { return fields; }
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [Object.hasOwn(names, name) ? names[name] : name, field]));
}

/** Affinity in cdk8s-plus' words as it stands in YAML. */
export function plainAffinity(affinity: kplus.k8s.Affinity): Affinity {
  return plain(affinity);
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

import { Call } from './code';
import { probeProps } from './probe-props';
import { Shared } from './shared';
import { CDK8S_PLUS, cpuOf, memberOf, sizeOf, unlessEmpty } from './values';
import { isRecord, listOf, recordOf } from '../kubernetes/manifest';

/** Props that say what stands in a container; what no prop can say is left to patches. */
export function containerProps(container: Record<string, any>, shared: Shared) {
  const { image, imagePullPolicy, command, args, lifecycle, securityContext } = container;
  return {
    image,
    imagePullPolicy: memberOf('ImagePullPolicy', imagePullPolicy),
    command: listOf(command).length > 0 ? command : undefined,
    args: listOf(args).length > 0 ? args : undefined,
    ports: portsOf(listOf(container.ports)),
    ...envProps(listOf(container.env), shared),
    envFrom: envFromOf(listOf(container.envFrom)),
    resources: resourcesOf(recordOf(container.resources)),
    ...probeProps(container),
    readOnlyRootFilesystem: recordOf(securityContext).readOnlyRootFilesystem === true ? true : undefined,
    preStop: recordOf(recordOf(recordOf(lifecycle).preStop).exec).command,
  };
}

/** A port needs a name; one that has none gets it, and a patch takes it away again. */
function portsOf(ports: readonly any[]) {
  const named = ports.filter(isRecord).map(({ name, containerPort, protocol }, index) => ({
    name: typeof name === 'string' ? name : `port${index === 0 ? '' : index + 1}`,
    port: containerPort,
    protocol: protocol === 'TCP' ? undefined : memberOf('Protocol', protocol),
  }));
  return named.length > 0 ? named : undefined;
}

/** Plain values, and values from elsewhere in their order; nothing if one of them can only be said by a patch. */
function envProps(env: readonly any[], shared: Shared) {
  const variables = env.map(variable => ({ name: recordOf(variable).name, value: recordOf(variable).value ?? '', from: recordOf(variable).valueFrom }));
  if (variables.length === 0 || new Set(variables.map(({ name }) => name)).size < variables.length) { return {}; }
  const values = variables.map(({ value, from }) => from === undefined ? typeof value === 'string' ? value : undefined : envValue(from, shared));
  if (values.includes(undefined) || variables.some(({ name }) => typeof name !== 'string')) { return {}; }
  const firstFrom = values.findIndex(value => value instanceof Call);
  const isMixed = firstFrom >= 0 && values.slice(firstFrom).some(value => typeof value === 'string');
  const plain = variables.flatMap(({ name }, index) => typeof values[index] === 'string' && !isMixed ? [[name, values[index]]] : []);
  const others = variables.flatMap(({ name }, index) => typeof values[index] === 'string'
    ? isMixed ? [[name, new Call('EnvValue.fromValue', [values[index]], CDK8S_PLUS)]] : [] : [[name, values[index]]]);
  return { env: unlessEmpty(Object.fromEntries(plain)), envValues: unlessEmpty(Object.fromEntries(others)) };
}

/** Fields of a pod by their name in cdk8s-plus. */
const POD_FIELDS: Readonly<Record<string, string>> = {
  'metadata.name': 'POD_NAME',
  'metadata.namespace': 'POD_NAMESPACE',
  'metadata.uid': 'POD_UID',
  'status.podIP': 'POD_IP',
  'status.podIPs': 'POD_IPS',
  'status.hostIP': 'NODE_IP',
  'spec.nodeName': 'NODE_NAME',
  'spec.serviceAccountName': 'SERVICE_ACCOUNT_NAME',
};

function envValue(from: unknown, shared: Shared): Call | undefined {
  const { secretKeyRef: secret, configMapKeyRef: map, fieldRef: field } = recordOf(from);
  const optional = recordOf(secret ?? map).optional === true ? [{ optional: true }] : [];
  if (isRecord(secret)) { return new Call('EnvValue.fromSecretValue', [{ secret: shared.existing('Secret', secret.name), key: secret.key }, ...optional], CDK8S_PLUS); }
  if (isRecord(map)) { return new Call('EnvValue.fromConfigMap', [shared.existing('ConfigMap', map.name), map.key, ...optional], CDK8S_PLUS); }
  const name = isRecord(field) && Object.hasOwn(POD_FIELDS, field.fieldPath) ? POD_FIELDS[field.fieldPath] : undefined;
  return name === undefined ? undefined : new Call('EnvValue.fromFieldRef', [shared.member('EnvFieldPaths', name)], CDK8S_PLUS);
}

function envFromOf(sources: readonly any[]) {
  const named = sources.map(recordOf).map(({ prefix, secretRef, configMapRef }) =>
    unlessEmpty({ secretName: recordOf(secretRef).name, configMapName: recordOf(configMapRef).name, prefix: prefix || undefined }));
  return named.length > 0 && !named.includes(undefined) ? named : undefined;
}

function resourcesOf({ requests, limits }: Record<string, any>) {
  const amounts = (name: string, read: (quantity: unknown) => Call | undefined) =>
    unlessEmpty({ request: read(recordOf(requests)[name]), limit: read(recordOf(limits)[name]) });
  return unlessEmpty({ cpu: amounts('cpu', cpuOf), memory: amounts('memory', sizeOf), ephemeralStorage: amounts('ephemeral-storage', sizeOf) });
}

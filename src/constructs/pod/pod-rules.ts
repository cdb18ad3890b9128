import { posix } from 'node:path';
import { fileKey } from './config-files';
import { referenceProblems } from './environment';
import { volumeNames } from './mounts';
import { peerProblems } from './network-policy';
import { PodOptions } from './pod-options';
import { podVolumeProblems } from './pod-volumes';
import { Identity } from '../../cdk8s/identity';
import { plainContainer, plainResources } from '../../cdk8s/plain-data';
import { DATA_KEY } from '../../kubernetes/formats/data-key';
import { parseQuantity } from '../../kubernetes/quantity';
import { PropRule, brokenRules, duplicates } from '../../props/problems';
import { EnvFromSource } from '../options/env-from-source';
import { NamedPort } from '../options/named-port';

const MAX_CONFIG_MAP_BYTES = 1024 * 1024;

const RULES: readonly PropRule<PodOptions>[] = [
  {
    broken: ({ selectorLabels }) => selectorLabels !== undefined && Object.keys(selectorLabels).length === 0,
    message: () => "'selectorLabels' must hold a label, got none; write 'selectorLabels: { app: \"web\" }' or leave it out",
  },
  {
    broken: ({ preStop }) => preStop?.length === 0,
    message: () => "'preStop' must be a command, got an empty list; write 'preStop: [\"nodetool\", \"drain\"]' or leave it out",
  },
  {
    broken: ({ existingServiceAccount: account, serviceAccountAnnotations: own }) => account !== undefined && own !== undefined,
    message: () => "'serviceAccountAnnotations' are those of the app's own ServiceAccount, and it runs as an existing one; write them there, or leave 'existingServiceAccount' out",
  },
  {
    broken: ({ volumes = [] }) => volumes.some(({ recursiveReadOnly, readOnly }) => recursiveReadOnly !== undefined && !readOnly),
    message: () => "'recursiveReadOnly' is for volumes that are mounted read-only; write 'readOnly: true' beside it",
  },
  {
    broken: ({ podResources }) => podResources?.ephemeralStorage !== undefined,
    message: () => "'podResources' may hold CPU and memory, got 'ephemeralStorage'; write it into 'resources'",
  },
  {
    broken: options => bytesOfFiles(options) > MAX_CONFIG_MAP_BYTES,
    message: options => `'files' may hold 1 MiB together (a ConfigMap's limit), got ${bytesOfFiles(options)} bytes; put large files into a volume or the image`,
  },
];

/** Every reason why the options that all apps share are not valid. */
export function podProblems(identity: Identity, options: PodOptions, otherPaths: readonly string[] = []): string[] {
  const { ports = [] } = options;
  return brokenRules(options, RULES).concat(
    labelProblems(identity, options),
    portProblems(ports),
    pathProblems(options, otherPaths),
    podVolumeProblems(options),
    volumeNameProblems(options),
    fileProblems(options),
    resourceProblems('resources', options.resources),
    podResourceProblems(options),
    environmentProblems(options),
    checkProblems(options),
    peerProblems([...options.allowFrom ?? [], ...ports.flatMap(({ allowFrom = [] }) => allowFrom)], 'allowFrom'),
    peerProblems(options.allowTo ?? [], 'allowTo'),
  );
}

/** Why ports cannot stand beside each other; an empty list means that they can. */
export function portProblems(ports: readonly NamedPort[]): string[] {
  const sameName = duplicates(ports, ({ name }) => name, name => `two 'ports' are called '${name}'; give each a name of its own`);
  const sameNumber = duplicates(ports, ({ port, protocol = 'TCP' }) => `${port}/${protocol}`, port => `two 'ports' have the number ${port}; remove one`);
  return sameName.concat(sameNumber.length > 0 ? sameNumber : duplicates(
    ports, ({ port, servicePort = port, protocol = 'TCP' }) => `${servicePort}/${protocol}`, port => `two 'ports' have the number ${port} in the Service; change one 'servicePort'`,
  ));
}

function labelProblems(identity: Identity, { labels }: PodOptions): string[] {
  if (!labels) { return []; }
  return [
    ...Object.entries(identity.selectorLabels)
      .filter(([key, value]) => labels[key] !== undefined && labels[key] !== value)
      .map(([key, value]) => `label '${key}' selects the app's pods and is '${value}', got '${labels[key]}'; remove it from 'labels', or change 'selectorLabels' of an app that is not deployed yet`),
  ];
}

function pathProblems(options: PodOptions, otherPaths: readonly string[]): string[] {
  const { volumes, podVolumes, scratch, files = [], secretFiles, imageVolumes, podCertificates } = options;
  const mountPaths: string[] = [];
  for (const mounted of [volumes, podVolumes, scratch, secretFiles, imageVolumes, podCertificates]) {
    if (mounted) { for (const { mountPath } of mounted) { if (mountPath !== undefined) { mountPaths.push(mountPath); } } }
  }
  const paths = mountPaths.concat(files.map(({ path }) => path), otherPaths);
  return duplicates(paths, oneSpelling, path => `two things are mounted at '${path}'; give each a path of its own`).concat(
    mountPaths.filter(path => oneSpelling(path) === '').map(path => `'mountPath' must be a directory below '/', for the volume would hide all files of the image, got '${path}'; write '/data'`),
  );
}

/** `//data`, `/data/` and `/./data` are one directory. */
function oneSpelling(path: string): string {
  return (/\/[./]/.test(path) ? posix.normalize(path) : path).replace(/\/+$/, '');
}

function volumeNameProblems(options: PodOptions): string[] {
  return duplicates(volumeNames(options), String, name => `two volumes are called '${name}'; give each a name of its own`);
}

function fileProblems({ files = [] }: PodOptions): string[] {
  return files.filter(file => !DATA_KEY.fits(fileKey(file)))
    .map(file => `the path in 'files' becomes a key of a ConfigMap, and '${fileKey(file)}' is none (${DATA_KEY.mustBe}), got '${file.path}'; write another path`)
    .concat(duplicates(files, fileKey, key => `two 'files' would have the key '${key}' in the ConfigMap; rename one`));
}

function resourceProblems(prop: string, resources: PodOptions['resources'] = {}): string[] {
  const { requests = {}, limits = {} } = plainResources(resources);
  return Object.keys(requests).filter(name => limits[name] !== undefined && parseQuantity(requests[name])! > parseQuantity(limits[name])!)
    .map(name => `'${prop}' must not request more ${name} than their limit, ${limits[name]}, got ${requests[name]}; raise the limit`);
}

/** Containers may not request more than the pod together, nor may one of them use more than the pod. */
function podResourceProblems({ podResources, resources = {}, sidecars = [] }: PodOptions): string[] {
  if (!podResources) { return []; }
  const pod = plainResources(podResources);
  const containers = [plainResources(resources), ...sidecars.map(sidecar => plainContainer(sidecar).resources ?? {})];
  const amount = (quantity: unknown) => parseQuantity(quantity as string) ?? 0n;
  return resourceProblems('podResources', podResources).concat(['cpu', 'memory'].flatMap(name => {
    const requested = containers.map(({ requests }) => amount(requests?.[name])).reduce((sum, one) => sum + one, 0n);
    const most = containers.find(({ limits }) => amount(limits?.[name]) > amount(pod.limits?.[name]));
    return [
      ...pod.requests?.[name] !== undefined && requested > amount(pod.requests[name])
        ? [`'podResources' must request as much ${name} as the containers together, got ${pod.requests[name]}; raise it, or lower 'resources'`] : [],
      ...pod.limits?.[name] !== undefined && most
        ? [`'podResources' must allow as much ${name} as each container, ${most.limits![name]}, got ${pod.limits[name]}; raise it, or lower 'resources'`] : [],
    ];
  }));
}

function environmentProblems(options: PodOptions): string[] {
  const { env = {}, envValues, envFrom = [] } = options;
  const twice = envValues ? Object.keys(envValues).filter(name => Object.hasOwn(env, name)) : [];
  return twice.map(name => `'${name}' stands in 'env' and in 'envValues'; remove one`).concat(
    envFrom.flatMap(envFromProblems),
    referenceProblems(options),
  );
}

function envFromProblems({ secretName, configMapName }: EnvFromSource): string[] {
  if (Boolean(secretName) !== Boolean(configMapName)) { return []; }
  return [`'envFrom' takes either 'secretName' or 'configMapName', got ${secretName ? `both '${secretName}' and '${configMapName}'` : 'neither'}; write 'envFrom: [{ secretName: "db" }]'`];
}

function checkProblems({ ports = [], healthCheck, startupCheck, readinessCheck, livenessCheck }: PodOptions): string[] {
  const problems = new Set<string>();
  for (const check of [healthCheck, startupCheck, readinessCheck, livenessCheck]) {
    for (const problem of check?.problems(ports) ?? []) { problems.add(problem); }
  }
  return [...problems];
}

function bytesOfFiles({ files = [] }: PodOptions): number {
  let bytes = 0;
  for (const { content } of files) { bytes += Buffer.byteLength(content); }
  return bytes;
}

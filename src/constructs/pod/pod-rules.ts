import { fileKey } from './config-files';
import { scratchNames, secretVolumeNames } from './mounts';
import { PodOptions } from './pod-options';
import { Identity, dnsLabelProblems } from '../../cdk8s/identity';
import { PropRule, brokenRules, duplicates } from '../../props/problems';
import { EnvFromSource } from '../options/env-from-source';
import { NamedPort } from '../options/named-port';
import { VolumeProps } from '../options/volume-props';

const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const MAX_CONFIG_MAP_BYTES = 1024 * 1024;
const MAX_LABEL_VALUE = 63;

const RULES: readonly PropRule<PodOptions>[] = [
  {
    broken: ({ image }) => typeof image !== 'string' || image.trim() === '' || /\s/.test(image),
    message: ({ image }) => `'image' must name an image, got '${image ?? ''}'; write 'image: "${/^\S+$/.exec(String(image ?? '').trim())?.[0] ?? 'httpd:2.4.62'}"'`,
  },
  {
    broken: ({ user }) => user !== undefined && !isId(user),
    message: ({ user }) => `'user' must be a user id (a whole number from 0), got ${user}; write the id that the image runs as, for example 'user: 999'`,
  },
  {
    broken: ({ group }) => group !== undefined && !isId(group),
    message: ({ group }) => `'group' must be a group id (a whole number from 0), got ${group}; write 'group: 999'`,
  },
  {
    broken: ({ selectorLabels }) => selectorLabels !== undefined && Object.keys(selectorLabels).length === 0,
    message: () => "'selectorLabels' must hold a label, got none; write 'selectorLabels: { app: \"web\" }' or leave it out",
  },
  {
    broken: ({ preStop }) => preStop?.length === 0,
    message: () => "'preStop' must be a command, got an empty list; write 'preStop: [\"nodetool\", \"drain\"]' or leave it out",
  },
  {
    broken: options => bytesOfFiles(options) > MAX_CONFIG_MAP_BYTES,
    message: options => `'files' may hold 1 MiB together (a ConfigMap's limit), got ${bytesOfFiles(options)} bytes; put large files into a volume or the image`,
  },
];

/** Every reason why the options that all apps share are not valid. */
export function podProblems(identity: Identity, options: PodOptions): string[] {
  const { ports = [], volumes = [], files = [] } = options;
  return brokenRules(options, RULES).concat(
    labelProblems(identity, options),
    ports.flatMap(portProblems),
    duplicates(ports, ({ name }) => name, name => `two 'ports' are called '${name}'; give each a name of its own`),
    duplicates(ports, ({ port, protocol = 'TCP' }) => `${port}/${protocol}`, port => `two 'ports' have the number ${port}; remove one`),
    volumes.flatMap(volumeProblems),
    pathProblems(options),
    volumeNameProblems(options),
    duplicates(files, fileKey, key => `two 'files' would have the key '${key}' in the ConfigMap; rename one`),
    environmentProblems(options),
    checkProblems(options),
  );
}

function labelProblems(identity: Identity, { labels }: PodOptions): string[] {
  if (!labels) { return []; }
  return [
    ...Object.entries(labels)
      .filter(([, value]) => !LABEL_VALUE.test(value) || value.length > MAX_LABEL_VALUE)
      .map(([key, value]) => `label '${key}' must be at most 63 letters, digits, '-', '_' or '.', got '${value}'`),
    ...Object.entries(identity.selectorLabels)
      .filter(([key, value]) => labels[key] !== undefined && labels[key] !== value)
      .map(([key, value]) => `label '${key}' selects the app's pods and is '${value}', got '${labels[key]}'; remove it from 'labels', or change 'selectorLabels' of an app that is not deployed yet`),
  ];
}

function portProblems({ name, port, servicePort = port }: NamedPort): string[] {
  const problems = PORT_NAME.test(name) ? [] : [
    `a port's 'name' must be 1 to 15 lower case letters, digits and '-' with a letter in it, got '${name}'; write 'name: "http"'`,
  ];
  for (const number of port === servicePort ? [port] : [port, servicePort]) {
    if (!isPortNumber(number)) { problems.push(`port '${name}' must be from 1 to 65535, got ${number}`); }
  }
  return problems;
}

function volumeProblems({ name }: VolumeProps): string[] {
  return dnsLabelProblems('name', name).map(problem => `volume '${name}': ${problem}`);
}

function pathProblems({ volumes = [], scratch = [], files = [], secretFiles = [] }: PodOptions): string[] {
  const mountPaths = [volumes, scratch, secretFiles].flatMap(mounted => mounted.map(({ mountPath }) => mountPath));
  const filePaths = files.map(({ path }) => path);
  return volumes.flatMap(({ name, mountPath }) => absolutePathProblems('mountPath', mountPath).map(problem => `volume '${name}': ${problem}`)).concat(
    scratch.flatMap(({ mountPath }) => absolutePathProblems('mountPath', mountPath).map(problem => `'scratch': ${problem}`)),
    secretFiles.flatMap(({ secretName, mountPath }) => absolutePathProblems('mountPath', mountPath).map(problem => `'secretFiles' of '${secretName}': ${problem}`)),
    filePaths.flatMap(path => absolutePathProblems('path', path)),
    duplicates([...mountPaths, ...filePaths], path => path.replace(/\/+$/, ''), path => `two things are mounted at '${path}'; give each a path of its own`),
    mountPaths.filter(path => /^\/+$/.test(path)).map(path => `'mountPath' must be a directory below '/', for the volume would hide all files of the image, got '${path}'; write '/data'`),
    volumes.flatMap(subPathProblems),
  );
}

function absolutePathProblems(prop: string, path: string): string[] {
  if (path.startsWith('/') && !path.includes(':') && !hasParent(path)) { return []; }
  return [`'${prop}' must be an absolute path without ':' and '..', got '${path}'; write '${absolute(path)}'`];
}

function subPathProblems({ subPath }: VolumeProps): string[] {
  if (subPath === undefined || !(subPath.startsWith('/') || hasParent(subPath))) { return []; }
  return [`'subPath' must be a relative path without '..', got '${subPath}'; write '${absolute(subPath).slice(1)}'`];
}

function volumeNameProblems({ volumes = [], scratch = [], files = [], secretFiles = [] }: PodOptions): string[] {
  const names = volumes.map(({ name }) => name).concat(scratchNames(scratch), secretVolumeNames(secretFiles), files.length > 0 ? 'files' : []);
  return duplicates(names, String, name => `two volumes are called '${name}'; give each a name of its own`);
}

function environmentProblems({ env = {}, envValues = {}, envFrom = [] }: PodOptions): string[] {
  const names = Object.keys(env).concat(Object.keys(envValues));
  return names.flatMap(variableNameProblems).concat(
    duplicates(names, String, name => `'${name}' stands in 'env' and in 'envValues'; remove one`),
    envFrom.flatMap(envFromProblems),
  );
}

function variableNameProblems(name: string): string[] {
  return ENV_NAME.test(name) ? [] : [`an environment variable's name must be letters, digits, '_', '-' and '.', not starting with a digit, got '${name}'`];
}

function envFromProblems({ secretName, configMapName }: EnvFromSource): string[] {
  if (Boolean(secretName) !== Boolean(configMapName)) { return []; }
  return [`'envFrom' takes either 'secretName' or 'configMapName', got ${secretName ? `both '${secretName}' and '${configMapName}'` : 'neither'}; write 'envFrom: [{ secretName: "db" }]'`];
}

function checkProblems({ ports = [], healthCheck, startupCheck, readinessCheck, livenessCheck }: PodOptions): string[] {
  const problems = [healthCheck, startupCheck, readinessCheck, livenessCheck].flatMap(check => check?.problems(ports) ?? []);
  return [...new Set(problems)];
}

function bytesOfFiles({ files = [] }: PodOptions): number {
  let bytes = 0;
  for (const { content } of files) { bytes += Buffer.byteLength(content); }
  return bytes;
}

function isId(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 2 ** 31 - 1;
}

function isPortNumber(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

/** True if a path leads up. */
function hasParent(path: string): boolean {
  return path.split('/').includes('..');
}

function absolute(path: string): string {
  return '/' + path.replace(/:/g, '-').split('/').filter(part => part !== '' && part !== '..').join('/');
}

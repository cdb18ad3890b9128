import { fileKey } from './config-files';
import { scratchName, secretVolumeName } from './mounts';
import { NamedPort } from './named-port';
import { PodOptions } from './pod-options';
import { VolumeProps } from './volume-props';
import { Identity, dnsLabelProblems } from '../identity';
import { PropRule, brokenRules, duplicates } from '../problems';

const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const MAX_CONFIG_MAP_BYTES = 1024 * 1024;
const MAX_LABEL_VALUE = 63;

const RULES: readonly PropRule<PodOptions>[] = [
  {
    broken: ({ image }) => typeof image !== 'string' || image.trim() === '' || /\s/.test(image),
    message: ({ image }) => `'image' must name an image, got '${image ?? ''}'; write 'image: "httpd:2.4.62"'`,
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
    broken: ({ files = [] }) => files.reduce((bytes, { content }) => bytes + Buffer.byteLength(content), 0) > MAX_CONFIG_MAP_BYTES,
    message: ({ files = [] }) => `'files' may hold 1 MiB together (a ConfigMap's limit), got ${files.reduce((bytes, { content }) => bytes + Buffer.byteLength(content), 0)} bytes; put large files into a volume or the image`,
  },
];

/** Every reason why the options that all apps share are not valid. */
export function podProblems(identity: Identity, options: PodOptions): string[] {
  const { ports = [], volumes = [], files = [] } = options;
  return [
    ...brokenRules(options, RULES),
    ...labelProblems(identity, options),
    ...ports.flatMap(portProblems),
    ...duplicates(ports.map(({ name }) => name), name => `two 'ports' are called '${name}'; give each a name of its own`),
    ...duplicates(ports.map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`), port => `two 'ports' have the number ${port}; remove one`),
    ...volumes.flatMap(volumeProblems),
    ...pathProblems(options),
    ...duplicates(files.map(fileKey), key => `two 'files' would have the key '${key}' in the ConfigMap; rename one`),
    ...environmentProblems(options),
    ...checkProblems(options),
  ];
}

function labelProblems(identity: Identity, { labels = {} }: PodOptions): string[] {
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
  return [
    ...PORT_NAME.test(name) ? [] : [`a port's 'name' must be 1 to 15 lower case letters, digits and '-' with a letter in it, got '${name}'; write 'name: "http"'`],
    ...[...new Set([port, servicePort])]
      .filter(number => !Number.isInteger(number) || number < 1 || number > 65535)
      .map(number => `port '${name}' must be from 1 to 65535, got ${number}`),
  ];
}

function volumeProblems({ name }: VolumeProps): string[] {
  return dnsLabelProblems('name', name).map(problem => `volume '${name}': ${problem}`);
}

function pathProblems({ volumes = [], scratch = [], files = [], secretFiles = [] }: PodOptions): string[] {
  const paths = [
    ...volumes.map(({ mountPath }) => ({ prop: 'mountPath', path: mountPath })),
    ...scratch.map(({ mountPath }) => ({ prop: 'mountPath', path: mountPath })),
    ...secretFiles.map(({ mountPath }) => ({ prop: 'mountPath', path: mountPath })),
    ...files.map(({ path }) => ({ prop: 'path', path })),
  ];
  return [
    ...paths.filter(({ path }) => !isPlainPath(path)).map(({ prop, path }) => `'${prop}' must be an absolute path without ':' and '..', got '${path}'; write '${absolute(path)}'`),
    ...duplicates(paths.map(({ path }) => path.replace(/\/+$/, '')), path => `two things are mounted at '${path}'; give each a path of its own`),
    ...volumes.filter(({ subPath }) => subPath !== undefined && (subPath.startsWith('/') || subPath.split('/').includes('..')))
      .map(({ subPath }) => `'subPath' must be a relative path without '..', got '${subPath}'; write '${absolute(subPath!).slice(1)}'`),
    ...duplicates([...volumes.map(({ name }) => name), ...scratch.map(scratchName), ...secretFiles.map(secretVolumeName), ...files.length > 0 ? ['files'] : []],
      name => `two volumes are called '${name}'; give each a name of its own`),
  ];
}

function environmentProblems({ env = {}, envValues = {}, envFrom = [] }: PodOptions): string[] {
  const names = [...Object.keys(env), ...Object.keys(envValues)];
  return [
    ...names.filter(name => !ENV_NAME.test(name)).map(name => `an environment variable's name must be letters, digits, '_', '-' and '.', not starting with a digit, got '${name}'`),
    ...duplicates(names, name => `'${name}' stands in 'env' and in 'envValues'; remove one`),
    ...envFrom.filter(({ secretName, configMapName }) => Boolean(secretName) === Boolean(configMapName))
      .map(({ secretName, configMapName }) => `'envFrom' takes either 'secretName' or 'configMapName', got ${secretName ? `both '${secretName}' and '${configMapName}'` : 'neither'}; write 'envFrom: [{ secretName: "db" }]'`),
  ];
}

function checkProblems({ ports = [], healthCheck, startupCheck, readinessCheck, livenessCheck }: PodOptions): string[] {
  const checks = [healthCheck, startupCheck, readinessCheck, livenessCheck].flatMap(check => check?.problems(ports) ?? []);
  return [...new Set(checks)];
}

function isId(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 2 ** 31 - 1;
}

function isPlainPath(path: string): boolean {
  return path.startsWith('/') && !path.includes(':') && !path.split('/').includes('..');
}

function absolute(path: string): string {
  return '/' + path.replace(/:/g, '-').split('/').filter(part => part !== '' && part !== '..').join('/');
}

import { CHART_PROFILES, ChartFacts, ChartProfile } from './chart-profiles';
import { movePlan } from './move-plan';
import type { Rewritten } from './renewal';
import { imageName, repositoryOf } from '../kubernetes/image';
import { Manifest, isRecord, listOf, recordOf } from '../kubernetes/manifest';

type Fields = Record<string, any>;

const KINDS: ReadonlySet<string> = new Set(['StatefulSet', 'Deployment']);
const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';

/** The user of all images of Bitnami, who owns the data. */
const USER = 1001;

/** A database of a Bitnami chart on the official image; undefined if it is none. One that cannot move stays as it is, with the reason. */
export function movedChart(manifest: Manifest): Rewritten | undefined {
  if (!KINDS.has(manifest.kind)) { return undefined; }
  const template = recordOf(recordOf(manifest.spec).template);
  const pod = recordOf(template.spec);
  const container: Fields | undefined = listOf(pod.containers).filter(isRecord).find(one => profileOf(one));
  if (!container) { return undefined; }
  const profile = profileOf(container)!;
  const problem = problemOf(profile, pod, container, recordOf(recordOf(template.metadata).labels));
  if (problem !== undefined) { return { manifest, added: [], notes: [`${String(container.image)} stays, and is not published any more: ${problem}`], plan: [] }; }
  return onOfficialImage(manifest, template, container, profile);
}

/** An image of Bitnami under whichever registry, or a copy of it that is used as the chart does. */
function profileOf({ image, env, volumeMounts }: Fields): ChartProfile | undefined {
  const found = CHART_PROFILES.find(({ name }) => name === imageName(image));
  const isTheirs = /(^|\/)bitnami(legacy|secure)?\//.test(repositoryOf(image));
  const usesTheirs = () => /\/(opt\/)?bitnami\//.test(JSON.stringify([listOf(env), listOf(volumeMounts)]));
  return found && (isTheirs || usesTheirs()) ? found : undefined;
}

/** Why a container cannot move; undefined if it can. */
function problemOf(profile: ChartProfile, pod: Fields, container: Fields, labels: Fields): string | undefined {
  const component = labels[COMPONENT];
  const isOther = labels[NAME] === profile.name && component !== undefined && profile.components?.includes(component) === false;
  if (isOther) { return profile.otherwise; }
  const refused = profile.refused.find(({ variable, unless }) => {
    const value = variableOf(container, variable);
    return value !== undefined && !unless.includes(value.toLowerCase());
  });
  if (refused) { return refused.why; }
  const lost = passwordsOf(profile, pod, container).find(({ from }) => from === undefined);
  if (lost) { return `where the password ${lost.was} comes from is not understood, and without it the database would be open`; }
  if (!versionOf(container.image, profile)) { return `its tag names no version; write the one that runs, which '${profile.version}' in the pod prints`; }
  return listOf(container.volumeMounts).some(mount => recordOf(mount).mountPath === profile.volume) ? undefined : `nothing is mounted at ${profile.volume}, where it would keep its data`;
}

function versionOf(image: unknown, { numbers }: ChartProfile): string | undefined {
  const [tag] = /(?<=:)\d+(\.\d+)*(?=[^/]*$)/.exec(String(image).replace(/@.*$/, '')) ?? [];
  return tag === undefined || tag.split('.').length < numbers ? undefined : tag.split('.').slice(0, numbers).join('.');
}

function variableOf(container: Fields, name: string): string | undefined {
  const { value } = recordOf(listOf(container.env).find(one => recordOf(one).name === name));
  return value === undefined ? undefined : String(value);
}

function onOfficialImage(manifest: Manifest, template: Fields, container: Fields, profile: ChartProfile): Rewritten {
  const pod = recordOf(template.spec);
  const name = String(manifest.metadata?.name);
  const filesName = `${name}-official`;
  const image = `${profile.image}:${versionOf(container.image, profile)}`;
  const passwords = passwordsOf(profile, pod, container);
  const data = recordOf(listOf(container.volumeMounts).find(mount => recordOf(mount).mountPath === profile.volume));
  const kept = listOf(container.volumeMounts).filter(mount => profile.mounts?.includes(recordOf(mount).mountPath));
  const facts: ChartFacts = {
    variable: one => variableOf(container, one),
    hasPassword: one => passwords.some(({ variable }) => variable === one),
    mounted: path => kept.some(mount => recordOf(mount).mountPath === path),
  };
  const args = profile.args(facts);
  const next: Fields = {
    name: container.name,
    image,
    ...args.length > 0 && { args },
    env: envOf(profile, container, facts, passwords),
    ...only(container, ['imagePullPolicy', 'ports', 'resources']),
    ...probesOf(profile, container),
    securityContext: { ...ownerOf(pod, container), ...recordOf(container.securityContext) },
    volumeMounts: [
      data,
      ...kept,
      ...profile.scratch.map((mountPath, index) => ({ name: `scratch-${index}`, mountPath })),
      ...Object.keys(profile.files ?? {}).map(path => ({ name: 'official', mountPath: path, subPath: fileName(path), readOnly: true })),
    ],
  };
  const containers = listOf(pod.containers).flatMap(one => one === container ? next : isOfBitnami(one) ? [] : one);
  const initContainers = listOf(pod.initContainers).filter(one => !isOfBitnami(one));
  const { initContainers: _, ...rest } = pod;
  const spec = {
    ...rest,
    ...initContainers.length > 0 && { initContainers },
    containers,
    volumes: volumesOf(profile, pod, [...containers, ...initContainers], filesName),
  };
  const metadata = { name: filesName, ...only(recordOf(manifest.metadata), ['namespace', 'labels']) };
  const files = Object.entries(profile.files ?? {}).map(([path, content]) => [fileName(path), content]);
  const moved: Manifest = { ...manifest, spec: { ...manifest.spec, template: { ...template, spec } } };
  return {
    manifest: moved,
    added: files.length > 0 ? [{ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: Object.fromEntries(files) }] : [],
    notes: [
      `${container.image} is ${image} now, which runs the same version`,
      `the data stays where it is: the volume ${data.name} at ${profile.volume}; the official image is told to use ${profile.directory}, as the same user`,
      ...passwords.flatMap(({ variable, from }) => {
        const { name: secret, key } = recordOf(recordOf(recordOf(from).valueFrom).secretKeyRef);
        return key === undefined ? [] : [`${variable} is the key ${key} of Secret ${secret}, as before`];
      }),
      ...leftOut(pod, container),
      ...files.length > 0 ? [`ConfigMap ${filesName} is new: ${files.map(([file]) => file).join(', ')}`] : [],
      ...profile.notes,
    ],
    plan: movePlan(manifest, container, profile),
  };
}

function isOfBitnami(container: unknown): boolean {
  return /(^|\/)bitnami(legacy|secure)?\//.test(repositoryOf(recordOf(container).image));
}

function leftOut(pod: Fields, container: Fields): string[] {
  return [...listOf(pod.initContainers), ...listOf(pod.containers)].filter(one => one !== container && isOfBitnami(one))
    .map(one => `the container ${recordOf(one).name} is left out: ${recordOf(one).image} is not published any more either`);
}

interface Password {
  readonly variable: string;
  readonly was: string;
  /** What follows the name of a variable: a value, or the key of a Secret. @default - it was not found */
  readonly from?: Fields;
}

/** Passwords of a container: given by a variable, or by a file of a Secret that is mounted. */
function passwordsOf(profile: ChartProfile, pod: Fields, container: Fields): Password[] {
  const env = listOf(container.env).map(recordOf);
  return profile.passwords.flatMap(({ variable, was, keys }): Password[] => {
    const given = env.find(({ name }) => name === was);
    if (given) { return [{ variable, was, from: only(given, ['value', 'valueFrom']) }]; }
    const file = variableOf(container, `${was}_FILE`);
    if (file === undefined) { return []; }
    const mount = listOf(container.volumeMounts).map(recordOf).find(({ mountPath }) => fileFolder(file) === String(mountPath).replace(/\/$/, ''));
    const { secretName: name, items } = recordOf(recordOf(listOf(pod.volumes).find(volume => recordOf(volume).name === mount?.name)).secret);
    const key = items === undefined ? fileName(file) : recordOf(listOf(items).find(item => recordOf(item).path === fileName(file))).key;
    return [{ variable, was, from: name !== undefined && keys.includes(key) ? { valueFrom: { secretKeyRef: { name, key } } } : undefined }];
  });
}

/** Variables in the order in which the chart has them, so that as few as possible change. */
function envOf(profile: ChartProfile, container: Fields, facts: ChartFacts, passwords: readonly Password[]): object[] {
  const ofPasswords = passwords.map(({ variable: name, was, from }) => ({ was: [was, `${was}_FILE`], variable: { name, ...from } }));
  const settings = new Map(Object.entries(profile.settings?.(facts) ?? {}));
  const kept = listOf(container.env).map(recordOf).flatMap(({ name, ...rest }) => {
    const next = ofPasswords.find(({ was }) => was.includes(name))?.variable
      ?? (settings.has(name) ? { name, value: settings.get(name) } : undefined)
      ?? (Object.hasOwn(profile.variables, name) ? { name: profile.variables[name], ...rest } : undefined);
    return next ? [next] : [];
  });
  const all = [...kept, ...[...settings].map(([name, value]) => ({ name, value }))];
  return all.filter(({ name }, index) => all.findIndex(other => other.name === name) === index);
}

/** The image would run as root, or as a user of its own, who cannot read the data. */
function ownerOf(pod: Fields, container: Fields): Fields {
  const isSaid = [pod, container].some(({ securityContext }) => recordOf(securityContext).runAsUser !== undefined);
  return isSaid ? {} : { runAsUser: USER };
}

/** Asked as often as before, with what the official image has. */
function probesOf(profile: ChartProfile, container: Fields): Fields {
  const { probe } = profile;
  const handler = 'port' in probe ? { tcpSocket: { port: probe.port } } : { exec: { command: probe.command } };
  const times = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold', 'successThreshold'];
  const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'].filter(name => isRecord(container[name]));
  return Object.fromEntries(probes.map(name => [name, { ...handler, ...only(container[name], times) }]));
}

function volumesOf(profile: ChartProfile, pod: Fields, containers: readonly unknown[], filesName: string): object[] {
  const used = new Set(containers.flatMap(container => listOf(recordOf(container).volumeMounts).map(mount => recordOf(mount).name)));
  return [
    ...listOf(pod.volumes).filter(volume => used.has(recordOf(volume).name)),
    ...profile.scratch.map((_, index) => ({ name: `scratch-${index}`, emptyDir: {} })),
    ...profile.files ? [{ name: 'official', configMap: { name: filesName } }] : [],
  ];
}

function only(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter(name => fields[name] !== undefined).map(name => [name, fields[name]]));
}

function fileFolder(path: string): string {
  return path.slice(0, path.lastIndexOf('/')).replace(/\/$/, '');
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

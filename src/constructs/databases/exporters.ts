import { Construct } from 'constructs';
import { Members } from './members';
import { HAPROXY_IMAGE } from './primary-proxy';
import { exporterLabels } from './related-pods';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { fileMounts } from './sidecar';
import { asEnvValues, secretVariable } from './variables';
import { Identity } from '../../cdk8s/identity';
import type { Container, Deployment, EnvVar } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import type { SecretFiles } from '../options/secret-files';
import { Spread } from '../options/spread';
import { FILES_CHECKSUM, addConfigMap, filesChecksum, filesVolume } from '../pod/config-files';
import { PodOptions } from '../pod/pod-options';
import { podTemplate } from '../pod/pod-template';

/** The program that asks a member and offers its metrics. */
export interface Exporter {
  readonly image: string;
  readonly user: number;
  readonly port: number;
  /** What it needs to ask one member, and to listen at an address. */
  readonly asking: (host: string, listen: string) => { readonly args?: string[]; readonly env: readonly EnvVar[] };
  /** How it gets to log in as the account `metrics`, with what exporter-login.sh writes to /login; without, it has the password of the database. */
  readonly login?: { readonly image: string; readonly kind: 'redis' | 'mysql' | 'postgresql'; readonly address: (host: string) => string };
  readonly secretFiles?: SecretFiles[];
}

const LOGIN_PATH = '/login';
/** The exporter itself listens within its pod alone, on another port than the guard. */
const INNER = 10_000;

/**
 * Adds a pod beside each member that offers its metrics. Within the pod of the member it would take the server out of every Service as long as
 * the exporter does not run, for a pod is ready when all of its containers are.
 */
export function addExporters(scope: Construct, members: Members, exporter: Exporter): void {
  const labels = { ...members.props.labels, ...exporterLabels(members.name) };
  const all = new Identity(scope, { name: `${members.name}-metrics`, labels });
  const files = scriptFiles(['scripts/exporter-guard.cfg', ...exporter.login ? ['scripts/passwords.sh', 'scripts/exporter-login.sh'] : []]);
  addConfigMap(scope, all, files);
  members.hosts().forEach((host, ordinal) => {
    const identity = new Identity(scope, { name: `${members.name}-metrics-${ordinal}`, labels });
    addObject<Deployment>(scope, `Metrics${ordinal}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: identity.metadata(),
      spec: {
        replicas: 1,
        selector: { matchLabels: identity.selectorLabels },
        template: podTemplate(identity, { ...podOf(members, exporter, host), podAnnotations: { [FILES_CHECKSUM]: filesChecksum(files) } }, {
          serviceAccountName: members.name, podVolumes: [filesVolume(all, files)], defaultSpread: Spread.none(),
        }),
      },
    });
  });
}

function podOf(members: Members, { image, user, port, asking, login, secretFiles }: Exporter, host: string): PodOptions {
  const { args, env } = asking(host, `127.0.0.1:${port + INNER}`);
  return {
    ...members.beside(),
    image,
    user,
    args,
    envValues: asEnvValues(env),
    secretFiles,
    scratch: login ? [{ mountPath: LOGIN_PATH }] : [],
    initContainers: login ? asProps(loginContainer(login, host, members.passwordSecret)) : undefined,
    sidecars: asProps(guard(port)),
    readOnlyRootFilesystem: true,
  };
}

/** Writes how the exporter logs in. It alone knows the password of the database. */
function loginContainer({ image, kind, address }: NonNullable<Exporter['login']>, host: string, passwordSecret: string): Container {
  return {
    name: 'login',
    image,
    command: ['sh', `${SCRIPTS_PATH}/exporter-login.sh`, kind],
    env: [{ name: 'ADDRESS', value: address(host) }, secretVariable('DATABASE_PASSWORD', passwordSecret, 'password')],
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [{ name: 'scratch-login', mountPath: LOGIN_PATH }, ...fileMounts(scriptFiles(['scripts/passwords.sh', 'scripts/exporter-login.sh']))],
  };
}

/** What Prometheus connects to: it asks the exporter for the metrics of its member, and for nothing else. */
function guard(port: number): Container {
  const [config] = scriptFiles(['scripts/exporter-guard.cfg']);
  return {
    name: 'guard',
    image: HAPROXY_IMAGE,
    command: ['haproxy', '-W', '-db', '-f', config.path],
    ports: [{ name: 'metrics', containerPort: port }],
    env: [{ name: 'METRICS_PORT', value: String(port) }, { name: 'EXPORTER_PORT', value: String(port + INNER) }],
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: fileMounts([config]),
  };
}

/** The props take what stands in YAML, too. */
function asProps(container: Container): PodOptions['sidecars'] {
  return [container] as unknown as PodOptions['sidecars'];
}

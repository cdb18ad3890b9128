import { fileMounts } from './sidecar';
import type { Container, EnvVar, VolumeMount } from '../../kubernetes/api/types.generated';
import type { ConfigFile } from '../options/config-file';

export const HAPROXY_IMAGE = 'haproxy:3.2.4-bookworm';
const USER = 99;

/** A small proxy in each pod that leads its port `primary` to the member that is primary now. */
export function primaryProxy(config: ConfigFile, port: number, env: EnvVar[], mounts: readonly VolumeMount[] = []): Container {
  return {
    name: 'proxy',
    image: HAPROXY_IMAGE,
    command: ['haproxy', '-W', '-db', '-f', config.path],
    ports: [{ name: 'primary', containerPort: port }],
    env,
    livenessProbe: { tcpSocket: { port }, periodSeconds: 10, failureThreshold: 6 },
    securityContext: { runAsUser: USER, runAsGroup: USER, readOnlyRootFilesystem: true },
    volumeMounts: [...fileMounts([config]), ...mounts],
  };
}

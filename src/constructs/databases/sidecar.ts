import type * as kplus from 'cdk8s-plus-27';
import type { Container, VolumeMount } from '../../kubernetes/api/types.generated';
import type { ConfigFile } from '../options/config-file';
import { fileKey } from '../pod/config-files';

/** A sidecar as props of an app: the words of Kubernetes and of cdk8s-plus are the same, but for the port of a probe. */
export function asSidecar(container: Container): kplus.k8s.Container {
  const { livenessProbe } = container;
  const port = livenessProbe?.tcpSocket && { value: livenessProbe.tcpSocket.port };
  return { ...container, ...port && { livenessProbe: { ...livenessProbe, tcpSocket: { port } } } } as unknown as kplus.k8s.Container;
}

/** Mounts of the app's files in a sidecar. */
export function fileMounts(files: readonly ConfigFile[]): VolumeMount[] {
  return files.map(file => ({ name: 'files', mountPath: file.path, subPath: fileKey(file), readOnly: true }));
}

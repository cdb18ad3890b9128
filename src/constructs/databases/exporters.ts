import { Construct } from 'constructs';
import { Members } from './members';
import { exporterLabels } from './related-pods';
import { asEnvValues } from './variables';
import { Identity } from '../../cdk8s/identity';
import type { Deployment, EnvVar } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import type { SecretFiles } from '../options/secret-files';
import { Spread } from '../options/spread';
import { podTemplate } from '../pod/pod-template';

/** The program that asks a member and offers its metrics. */
export interface Exporter {
  readonly image: string;
  readonly user: number;
  readonly port: number;
  /** What it needs to ask one member. */
  readonly asking: (host: string) => { readonly args?: string[]; readonly env: readonly EnvVar[] };
  readonly secretFiles?: SecretFiles[];
}

/**
 * Adds a pod beside each member that offers its metrics. Within the pod of the member it would take the server out of every Service as long as
 * the exporter does not run, for a pod is ready when all of its containers are.
 */
export function addExporters(scope: Construct, members: Members, { image, user, port, asking, secretFiles }: Exporter): void {
  members.hosts().forEach((host, ordinal) => {
    const identity = new Identity(scope, { name: `${members.name}-metrics-${ordinal}`, labels: exporterLabels(members.name) });
    const { args, env } = asking(host);
    addObject<Deployment>(scope, `Metrics${ordinal}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: identity.metadata(),
      spec: {
        replicas: 1,
        selector: { matchLabels: identity.selectorLabels },
        template: podTemplate(identity, {
          image, user, args, ports: [{ name: 'metrics', port }], envValues: asEnvValues(env), secretFiles, readOnlyRootFilesystem: true,
        }, { serviceAccountName: members.name, podVolumes: [], defaultSpread: Spread.none() }),
      },
    });
  });
}

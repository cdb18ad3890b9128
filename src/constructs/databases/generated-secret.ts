import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { addRights } from './rights';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { asEnvValues } from './variables';
import { freeId } from '../../cdk8s/free-id';
import { Identity } from '../../cdk8s/identity';
import { DNS_1035_LABEL, shorter } from '../../kubernetes/formats/dns-label';
import { misfit } from '../../props/fields';
import { Task, TaskProps } from '../task';

const IMAGE = 'curlimages/curl:8.16.0';
const USER = 100;
const NAME = shorter(DNS_1035_LABEL, 51, "for the Job that makes its password adds '-auth-create'");

/** Why no Secret can be generated; an empty list means that it can. */
export function generatedSecretProblems(identity: Identity): string[] {
  return misfit('name', identity.name, NAME, '"db"').concat(identity.namespace ? [] : [
    "a password can be generated only in a chart with a namespace, for the Job's rights are given there, and the chart has none; "
    + "write 'new Chart(app, \"data\", { namespace: \"data\" })', or give the name of a Secret that exists",
  ]);
}

/**
 * A Secret of random values, made in the cluster by a Job that runs once and
 * never changes a Secret that exists. So neither the YAML nor the repository
 * holds a password. The Job may create Secrets in its namespace and nothing else.
 */
export class GeneratedSecret extends Construct {
  /** @param options of the Job's pod */
  constructor(scope: Construct, id: string, identity: Identity, secretName: string, keys: readonly string[], options: Partial<TaskProps> = {}) {
    super(scope, freeId(scope, id, new.target.name));
    const task = new Task(this, 'Job', {
      ...options,
      name: `${secretName}-create`,
      image: IMAGE,
      user: USER,
      command: ['sh', `${SCRIPTS_PATH}/create-secret.sh`],
      files: scriptFiles(['scripts/create-secret.sh']),
      env: { SECRET_NAME: secretName, KEYS: keys.join(' ') },
      envValues: asEnvValues([{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }]),
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
      automountServiceAccountToken: true,
      // A finished Job goes away, so that a later version of it can be applied.
      ttlAfterFinished: Duration.minutes(10),
    });
    addRights(this, identity, task, { apiGroups: [''], resources: ['secrets'], verbs: ['create'] });
  }
}

import { Arguments } from './arguments';
import { CommandOption } from './option';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { ClusterApi, clusterApi, inWords } from '../checks/configuration/cluster-api';
import { Configuration } from '../checks/configuration/configuration';
import { DEFAULT_KUBERNETES_VERSION } from '../kubernetes/kubernetes-version';

export const KUBERNETES_VERSION: CommandOption = {
  name: 'kubernetes-version',
  value: 'version',
  description: `version of the cluster, such as 1.36 or 1.35.3, or several: 1.33,1.36 (default: as in the config, or ${DEFAULT_KUBERNETES_VERSION})`,
};

export const CLUSTER: CommandOption = { name: 'cluster', value: 'name', description: 'one of several clusters' };

export const NAMESPACE: CommandOption = {
  name: 'namespace',
  value: 'name',
  description: 'namespace of objects that name none, as the deployer sets it: helm -n, kubectl apply -n (default: as in the config)',
};

/** Says what is wrong with the option before anything is read. */
export function refuseWrongVersion(args: Arguments) {
  const { problems } = clusterApi({ kubernetesVersion: args.value('kubernetes-version') });
  if (problems.length > 0) { throw new UsageError(problems.map(inWords)); }
}

/** The API of each cluster: the option decides before the configuration file does. What is to be known of several is said once. */
export function apisFor(args: Arguments, configurations: readonly Configuration[], terminal: Terminal): ClusterApi[] {
  const kubernetesVersion = args.value('kubernetes-version');
  const apis = configurations.map(configuration => ({ ...clusterApi({ kubernetesVersion }, configuration), file: configuration.file }));
  const problems = apis.flatMap(({ problems: some, file }) => some.map(problem => kubernetesVersion === undefined ? `${file}: ${inWords(problem)}` : inWords(problem)));
  if (problems.length > 0) { throw new UsageError([...new Set(problems)]); }
  for (const note of new Set(apis.flatMap(({ notes }) => notes))) { terminal.err(`cdk8s-stateful: ${note}\n`); }
  return apis;
}

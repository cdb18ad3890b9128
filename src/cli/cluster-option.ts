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

/** The API of the cluster: the option decides before the configuration file does. */
export function apiFor(args: Arguments, configuration: Configuration, terminal: Terminal): ClusterApi {
  const kubernetesVersion = args.value('kubernetes-version');
  const api = clusterApi({ kubernetesVersion }, configuration);
  if (api.problems.length > 0) {
    throw new UsageError(api.problems.map(problem => kubernetesVersion === undefined ? `${configuration.file}: ${inWords(problem)}` : inWords(problem)));
  }
  for (const note of api.notes) { terminal.err(`cdk8s-stateful: ${note}\n`); }
  return api;
}

import type { Configuration, ConfiguredCluster } from './configuration';
import { joined } from '../../manifest/environment';

/** What is said of one cluster, and of all where nothing else is said of it. */
export function configurationOf(configuration: Configuration, cluster: ConfiguredCluster): Configuration {
  const { clusters: _others, ...all } = configuration;
  const { name: _name, paths: _paths, ...own } = cluster;
  return {
    ...all,
    ...own,
    featureGates: { ...all.featureGates, ...own.featureGates },
    runtimeConfig: { ...all.runtimeConfig, ...own.runtimeConfig },
    environment: joined(all.environment ?? {}, own.environment ?? {}),
    crds: [...all.crds ?? [], ...own.crds ?? []],
    acknowledgements: [...all.acknowledgements, ...own.acknowledgements],
    acceptedChanges: [...all.acceptedChanges ?? [], ...own.acceptedChanges ?? []],
  };
}

/** What is said of the cluster of this name, and of all; of all only if there is no such cluster. */
export function configurationNamed(configuration: Configuration, name: string | undefined): Configuration {
  const cluster = configuration.clusters?.find(one => one.name === name);
  return cluster ? configurationOf(configuration, cluster) : configuration;
}

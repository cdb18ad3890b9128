import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import type { Cluster } from '../checks/configuration/cluster';
import { DeclaredObject, Environment, allLabels } from '../manifest/environment';

/** An acknowledgement and the construct it was written for: it covers every object below. */
export interface DeclaredAcknowledgement {
  readonly rule: string;
  readonly reason: string;
  readonly scope: IConstruct;
}

/** What is said about the checks in code is kept with the construct it is said of. */
const ACKNOWLEDGEMENT = 'cdk8s-stateful:acknowledgement';
const ENVIRONMENT = 'cdk8s-stateful:environment';
const CLUSTER = 'cdk8s-stateful:cluster';
/** Every cluster, at the root, so that nobody has to look for them in the whole tree. */
const CLUSTER_OF_APP = 'cdk8s-stateful:cluster-of-app';

export function addAcknowledgement({ node }: IConstruct, acknowledgement: { readonly rule: string; readonly reason: string }): void {
  node.addMetadata(ACKNOWLEDGEMENT, acknowledgement);
}

export function addEnvironment({ node }: IConstruct, environment: Environment): void {
  node.addMetadata(ENVIRONMENT, environment);
}

export function addCluster({ node }: IConstruct, cluster: Cluster): void {
  node.addMetadata(CLUSTER, cluster);
  node.root.node.addMetadata(CLUSTER_OF_APP, cluster);
}

/** All acknowledgements of some constructs. */
export function acknowledgementsIn(constructs: readonly IConstruct[]): DeclaredAcknowledgement[] {
  return said<{ rule: string; reason: string }>(constructs, ACKNOWLEDGEMENT).map(({ data, scope }) => ({ ...data, scope }));
}

/** What some constructs declare, all together. */
export function environmentIn(constructs: readonly IConstruct[]): Environment {
  const environments = said<Environment>(constructs, ENVIRONMENT).map(({ data }) => data);
  return {
    ...environments.reduce((all, environment) => Object.assign(all, environment), {}),
    objects: environments.flatMap(({ objects = [] }) => objects),
    provisioners: environments.flatMap(({ provisioners = [] }) => provisioners),
    nodeLabels: allLabels(environments),
  };
}

/**
 * What `Secret.fromSecretName` and the like of cdk8s-plus stand for: objects
 * that exist. Such constructs have a kind and a name, and make nothing.
 */
export function importedIn(constructs: readonly IConstruct[]): DeclaredObject[] {
  return constructs.flatMap(importedBy);
}

/** True for such a construct. */
export function importsObject(construct: IConstruct): boolean {
  return importedBy(construct).length > 0;
}

function importedBy(construct: IConstruct): DeclaredObject[] {
  const { kind, name } = construct as { kind?: unknown; name?: unknown };
  if (typeof kind !== 'string' || typeof name !== 'string' || ApiObject.isApiObject(construct) || 'apiObject' in construct) { return []; }
  return [{ kind, name, namespace: Chart.of(construct).namespace }];
}

/** The clusters that are named on a construct itself. */
export function clustersOn(construct: IConstruct): Cluster[] {
  return [...new Set(said<Cluster>([construct], CLUSTER).map(({ data }) => data))];
}

/** The clusters that a construct is for: those that are named nearest above it, else all of the app. */
export function clustersFor(construct: IConstruct): Cluster[] {
  const nearest = construct.node.scopes.reverse().map(clustersOn).find(clusters => clusters.length > 0);
  return nearest ?? clustersInApp(construct);
}

/** All clusters of the app that a construct is in. */
export function clustersInApp({ node }: IConstruct): Cluster[] {
  return [...new Set(said<Cluster>([node.root], CLUSTER_OF_APP).map(({ data }) => data))];
}

function said<T>(constructs: readonly IConstruct[], wanted: string): { data: T; scope: IConstruct }[] {
  return constructs.flatMap(scope => scope.node.metadata.filter(({ type }) => type === wanted).map(({ data }) => ({ data, scope })));
}

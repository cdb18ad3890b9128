import { Chart } from 'cdk8s';
import { Construct } from 'constructs';

/** The DNS domain of clusters that did not choose another one. */
export const CLUSTER_DOMAIN = 'cluster.local';

/** What Kubernetes tools recommend for the name of an application and of one installation of it. */
export const NAME_LABEL = 'app.kubernetes.io/name';
export const INSTANCE_LABEL = 'app.kubernetes.io/instance';

/** Tells the Services of an app apart, `headless` from `client`: all its other labels are the same. */
export const SERVICE_LABEL = 'cdk8s-stateful/service';

/** What a user may say about the identity of an app. */
export interface IdentityOptions {
  readonly name?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly selectorLabels?: { readonly [key: string]: string };
}

/**
 * Names, labels and selectors of one app and of everything that belongs to it.
 * They come from the construct's id or from explicit props, never from the
 * place in the construct tree, so that a refactoring changes nothing in a
 * cluster.
 */
export class Identity {
  /** Name of the main object, and the prefix of the others. */
  public readonly name: string;
  /** Namespace of the chart; undefined where the deployment tool decides. */
  public readonly namespace?: string;
  /** Labels by which pods are found. They cannot change once deployed. */
  public readonly selectorLabels: { readonly [key: string]: string };
  /** Labels of every object: the selector's and those that a user added. */
  public readonly labels: { readonly [key: string]: string };

  constructor(construct: Construct, options: IdentityOptions) {
    this.name = options.name ?? construct.node.id;
    this.namespace = Chart.of(construct).namespace;
    this.selectorLabels = options.selectorLabels ?? { [NAME_LABEL]: this.name, [INSTANCE_LABEL]: this.name };
    this.labels = options.labels ? { ...options.labels, ...this.selectorLabels } : this.selectorLabels;
  }

  /** Metadata of the object of this name, or of a child object with a suffix. */
  public metadata(suffix?: string) {
    return { name: this.childName(suffix), namespace: this.namespace || undefined, labels: this.labels };
  }

  /** `<name>-<suffix>`. */
  public childName(suffix?: string): string {
    return suffix ? `${this.name}-${suffix}` : this.name;
  }

  /** Name of the pod of one ordinal, which is also its host name. */
  public podName(ordinal: number): string {
    return podName(this.name, ordinal);
  }
}

/** `<set>-<ordinal>`, as the StatefulSet controller names pods. */
export function podName(setName: string, ordinal: number): string {
  return `${setName}-${ordinal}`;
}

/** `<template>-<set>-<ordinal>`, as the StatefulSet controller names claims. */
export function claimName(template: string, setName: string, ordinal: number): string {
  return `${template}-${podName(setName, ordinal)}`;
}

/**
 * The DNS name of a Service, or of one of its pods if `host` is given.
 * Without a namespace it resolves within the Service's own namespace only.
 */
export function dnsName(service: string, namespace?: string, host?: string, domain = CLUSTER_DOMAIN): string {
  const relative = host ? `${host}.${service}` : service;
  return namespace ? `${relative}.${namespace}.svc.${domain}` : relative;
}

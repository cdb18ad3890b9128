import { Manifest } from '../../../src/kubernetes/manifest';

/** How a deployer ended, and what it said. */
export interface Deployment {
  readonly succeeded: boolean;
  readonly said: string;
}

/** A program that makes a cluster hold what manifests say. */
export interface Deployer {
  readonly name: string;
  /** Puts a set of manifests in the place of the one before; objects that name no namespace go to this one. */
  deploy(app: string, namespace: string, objects: readonly Manifest[]): Promise<Deployment>;
  /** Takes all away that it deployed as this app. */
  remove(app: string, namespace: string): Promise<Deployment>;
  end(): Promise<void>;
}

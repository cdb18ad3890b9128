import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { Examples } from '../examples';
import { Random } from '../random';
import { Site } from '../site';

/** What was made of a valid manifest. */
export interface Mutant {
  /** In words: `spec.replicas = -1`. */
  readonly what: string;
  readonly manifest: Manifest;
}

export interface World {
  readonly model: ApiModel;
  readonly examples: Examples;
  readonly random: Random;
}

/** All that one kind of mutation makes of a field, in an order that is always the same. */
export type Mutation = (site: Site, world: World) => Mutant[];

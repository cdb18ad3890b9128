import * as os from 'node:os';
import * as path from 'node:path';
import * as vm from 'node:vm';
import type { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Program } from './program';
import { Manifest } from '../kubernetes/manifest';

/** Loads a package that programs import from, such as `cdk8s`. */
export type LoadPackage = (name: string) => Record<string, any>;

/** An object that a program makes. */
export interface MadeObject {
  /** Path of the construct, from the app: `shop/web/Default`. */
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * Runs the very text of a program, and gives back every object that it makes. Nothing is written and nothing checked.
 *
 * @throws what the program throws
 */
export function objectsOf(program: Program, load: LoadPackage): MadeObject[] {
  const { ApiObject } = load('cdk8s');
  const objects = appOf(program, load).node.findAll().filter((node: IConstruct) => ApiObject.isApiObject(node));
  return objects.map(object => ({ path: object.node.path, manifest: (object as any).toJson() }));
}

/** The objects as a text in YAML, as cdk8s writes it. */
export function yamlOf(objects: readonly MadeObject[], load: LoadPackage): string {
  return load('cdk8s').Yaml.stringify(...objects.map(({ manifest }) => manifest));
}

/** Why the program would not synthesize; undefined if it does. Warnings are for whoever runs it. */
export function refusalOf(program: Program, load: LoadPackage): string | undefined {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  try {
    appOf(program, load).synthYaml();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    process.stderr.write = write;
  }
}

function appOf(program: Program, load: LoadPackage): App {
  const apps: App[] = [];
  const names = [...program.imports].flatMap(([from, some]) => some.map(name => [name, load(from)[name]] as const));
  const run = vm.compileFunction(program.body, names.map(([name]) => name));
  run(...names.map(([name, value]) => name === 'App' ? recorded(value, apps) : value));
  return apps[0];
}

/** A lock watches over apps that are written; what is only tried is written nowhere. */
const NOWHERE = path.join(os.tmpdir(), 'cdk8s-stateful-import');

/** The class of apps, whose instances are kept and write nothing. */
function recorded(Class: any, apps: App[]) {
  return class extends Class {
    constructor() {
      super({ outdir: NOWHERE });
      apps.push(this as unknown as App);
    }

    public synth() {}
  };
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastName, packageOf } from './documents';
import { Input } from './inputs';

/** What the Go source says of a field, beyond the documents. */
export interface GoField {
  /** Its zero value is a value of its own, not the same as none. */
  readonly pointer: boolean;
  /** The feature gate without which the server drops the field: `A,B` needs both, `A|B` one of them. */
  readonly gate?: string;
}

interface GoStruct {
  readonly fields: ReadonlyMap<string, GoField>;
  /** Structs whose fields are its own. */
  readonly embedded: readonly string[];
}

/** The structs of a package, by name. */
export type GoStructs = ReadonlyMap<string, GoStruct>;

const MODULES: readonly (readonly [prefix: string, module: string])[] = [
  ['io.k8s.api.', 'k8s.io/api'],
  ['io.k8s.apimachinery.', 'k8s.io/apimachinery'],
  ['io.k8s.apiextensions-apiserver.', 'k8s.io/apiextensions-apiserver'],
  ['io.k8s.kube-aggregator.', 'k8s.io/kube-aggregator'],
];

/** Reads packages as they are asked for. */
export class GoSources {
  private readonly packages = new Map<string, GoStructs>();

  constructor(private readonly input: Input) {}

  /** The fields of a type by their name in JSON, those of embedded structs among them. */
  public fieldsOf(type: string): ReadonlyMap<string, GoField> {
    const struct = this.structsOf(packageOf(type)).get(lastName(type));
    const embedded = struct?.embedded.flatMap(part => [...this.fieldsOf(embeddedType(part, packageOf(type)))]) ?? [];
    return new Map([...embedded, ...struct?.fields ?? []]);
  }

  private structsOf(name: string): GoStructs {
    const known = this.packages.get(name) ?? structsIn(this.sourceOf(name));
    this.packages.set(name, known);
    return known;
  }

  private sourceOf(name: string): string {
    const [prefix, module] = MODULES.find(([start]) => `${name}.`.startsWith(start)) ?? [];
    if (!prefix || !module) { return ''; }
    const folder = join(this.input.module(module), ...`${name}.`.slice(prefix.length, -1).split('.'));
    if (!existsSync(folder)) { return ''; }
    return readdirSync(folder).filter(file => file.endsWith('.go') && !/_test\.go$|generated/.test(file)).sort()
      .map(file => readFileSync(join(folder, file), 'utf8')).join('\n');
  }
}

/** The full name of a type that another one is made of: `VolumeSource` is in the same package, `v1.Rule` in version 1 of its group. */
function embeddedType(part: string, from: string): string {
  return part.startsWith('v1.') ? `${packageOf(from)}.${part}` : `${from}.${part}`;
}

export function structsIn(goSource: string): GoStructs {
  const structs = new Map<string, GoStruct>();
  // Versions before the first one may have a type of it under their own name.
  for (const [, name, same] of goSource.matchAll(/^type (\w+) (?:= )?(v1\.\w+)$/gm)) { structs.set(name, { fields: new Map(), embedded: [same] }); }
  for (const [, name, body] of goSource.matchAll(/^type (\w+) struct \{\n(.*?)^\}/gms)) { structs.set(name, structIn(body)); }
  return structs;
}

function structIn(body: string): GoStruct {
  const fields = new Map<string, GoField>();
  const embedded: string[] = [];
  let gates: string[] = [];
  for (const line of body.split('\n').map(text => text.trim())) {
    const [, gate] = /^\/\/ ?\+featureGate=(\S+)/.exec(line) ?? [];
    if (gate) { gates.push(gate); }
    if (line === '' || line.startsWith('//')) { continue; }
    const [, goType, json] = /^(?:\w+\s+)?(\S+)\s+`.*?json:"([^"]*)"/.exec(line) ?? [];
    const [jsonName] = json?.split(',') ?? [];
    if (jsonName === '') {
      embedded.push(goType);
    } else if (jsonName) {
      fields.set(jsonName, { pointer: goType.startsWith('*'), ...gates.length > 0 && { gate: gates.join('|') } });
    }
    gates = [];
  }
  return { fields, embedded };
}

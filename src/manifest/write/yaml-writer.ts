import { Yaml } from 'cdk8s';
import { yamlKey, yamlScalar } from './yaml-scalar';

/**
 * Prints plain manifests as YAML, byte for byte as cdk8s' `Yaml.stringify`
 * does, several times as fast: it knows only as much YAML as manifests need. A
 * document that holds anything else is printed by cdk8s.
 */
export class YamlWriter {
  private readonly keys = new Map<string, string>();

  /** The documents as one text, separated by `---`. */
  public stringify(documents: Iterable<unknown>): string {
    let text = '';
    let separator = '';
    for (const document of documents) {
      text += separator + this.document(document);
      separator = '---\n';
    }
    return text;
  }

  private document(document: unknown): string {
    if (!isPlainObject(document)) { return Yaml.stringify(document); }
    const pass = new Pass(this.keys);
    pass.mapping(document, Object.keys(document), '');
    return pass.isSure ? pass.text() : Yaml.stringify(document);
  }
}

/** One way through one document. */
class Pass {
  /** False once something was met that cdk8s has to print. */
  public isSure = true;
  /** Joined at the end: texts that grow piece by piece keep the garbage collector busy. */
  private readonly pieces: string[] = [];
  /** An object that stands in two places gets an anchor and aliases, so we must know. */
  private readonly seen = new Set<object>();

  constructor(private readonly keys: Map<string, string>) {}

  public text(): string {
    this.pieces.push('\n');
    return this.pieces.join('');
  }

  /** The keys and values of a mapping; the place of the first key is already reached. */
  public mapping(mapping: Record<string, unknown>, keys: readonly string[], indent: string) {
    if (keys.length === 0) { this.isSure = false; }
    const inner = `${indent}  `;
    let separator = '';
    for (const key of keys) {
      this.pieces.push(separator, this.key(key));
      this.value(mapping[key], inner, ' ', `\n${inner}`);
      if (!this.isSure) { return; }
      separator = `\n${indent}`;
    }
  }

  private sequence(items: readonly unknown[], indent: string) {
    const inner = `${indent}  `;
    let separator = '- ';
    for (const item of items) {
      this.pieces.push(separator);
      this.value(item, inner, '', '');
      if (!this.isSure) { return; }
      separator = `\n${indent}- `;
    }
  }

  /** A value, after what parts it from its key or dash: other things for values on one line and for collections. */
  private value(value: unknown, indent: string, beforeScalar: string, beforeCollection: string) {
    if (typeof value !== 'object' || value === null) {
      this.pieces.push(beforeScalar, this.scalar(value, indent));
    } else if (this.seen.has(value)) {
      this.isSure = false;
    } else if (Array.isArray(value)) {
      this.seen.add(value);
      this.pieces.push(value.length > 0 ? beforeCollection : `${beforeScalar}[]`);
      this.sequence(value, indent);
    } else {
      this.seen.add(value);
      this.nestedMapping(value, indent, beforeScalar, beforeCollection);
    }
  }

  private nestedMapping(value: object, indent: string, beforeScalar: string, beforeCollection: string) {
    const keys = Object.keys(value);
    if (!isPlainObject(value)) {
      this.isSure = false;
    } else if (keys.length === 0) {
      this.pieces.push(`${beforeScalar}{}`);
    } else {
      this.pieces.push(beforeCollection);
      this.mapping(value, keys, indent);
    }
  }

  /** A key and its colon. Manifests repeat their keys, so they are remembered. */
  private key(key: string): string {
    let text = this.keys.get(key);
    if (text === undefined) {
      text = `${this.known(yamlKey(key))}:`;
      if (this.isSure) { this.keys.set(key, text); }
    }
    return text;
  }

  private scalar(value: unknown, indent: string): string {
    switch (typeof value) {
      case 'string': return this.known(yamlScalar(value, indent));
      case 'boolean': return String(value);
      case 'number': return this.known(Number.isFinite(value) && !Object.is(value, -0) ? JSON.stringify(value) : undefined);
      default: return this.known(value === null ? 'null' : undefined);
    }
  }

  private known(text: string | undefined): string {
    if (text === undefined) { this.isSure = false; }
    return text ?? '';
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

import { Yaml } from 'cdk8s';
import { yamlKey, yamlScalar } from './yaml-scalar';

/**
 * Prints plain manifests as YAML, byte for byte as cdk8s' `Yaml.stringify`
 * does, several times as fast: it knows only as much YAML as manifests need. A
 * document that holds anything else is printed by cdk8s.
 */
export class YamlWriter {
  private readonly keys = new Map<string, string | undefined>();

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
    if (!isPlainObject(document) || isEmpty(document)) { return Yaml.stringify(document); }
    const pass = new Pass(this.keys);
    pass.mapping(document, '');
    return pass.sure ? `${pass.text()}\n` : Yaml.stringify(document);
  }
}

/** One way through one document. */
class Pass {
  /** Joined at the end: texts that grow piece by piece keep the garbage collector busy. */
  private readonly pieces: string[] = [];
  /** False once something was met that cdk8s has to print. */
  public sure = true;
  /** An object that stands in two places gets an anchor and aliases, so we must know. */
  private readonly seen = new Set<object>();

  constructor(private readonly keys: Map<string, string | undefined>) {}

  public text(): string {
    return this.pieces.join('');
  }

  /** The keys and values of a mapping; the place of the first key is already reached. */
  public mapping(mapping: Record<string, unknown>, indent: string) {
    const inner = `${indent}  `;
    let separator = '';
    for (const key of Object.keys(mapping)) {
      this.pieces.push(separator, this.key(key), ':');
      this.afterColon(mapping[key], inner);
      if (!this.sure) { return; }
      separator = `\n${indent}`;
    }
  }

  private sequence(items: readonly unknown[], indent: string) {
    const inner = `${indent}  `;
    let separator = '';
    for (const item of items) {
      this.pieces.push(separator, '- ');
      this.afterDash(item, inner);
      if (!this.sure) { return; }
      separator = `\n${indent}`;
    }
  }

  private afterColon(value: unknown, indent: string) {
    if (typeof value !== 'object' || value === null || isEmpty(value)) {
      this.pieces.push(' ', this.scalar(value, indent));
      return;
    }
    this.pieces.push('\n', indent);
    this.collection(value, indent);
  }

  private afterDash(value: unknown, indent: string) {
    if (typeof value !== 'object' || value === null || isEmpty(value)) {
      this.pieces.push(this.scalar(value, indent));
      return;
    }
    this.collection(value, indent);
  }

  private collection(value: object, indent: string) {
    if (this.seen.has(value)) {
      this.sure = false;
      return;
    }
    this.seen.add(value);
    if (Array.isArray(value)) {
      this.sequence(value, indent);
    } else if (isPlainObject(value)) {
      this.mapping(value, indent);
    } else {
      this.sure = false;
    }
  }

  private key(key: string): string {
    let text = this.keys.get(key);
    if (text === undefined) {
      text = this.known(yamlKey(key));
      if (this.sure) { this.keys.set(key, text); }
    }
    return text;
  }

  private scalar(value: unknown, indent: string): string {
    switch (typeof value) {
      case 'string': return this.known(yamlScalar(value, indent));
      case 'boolean': return String(value);
      case 'number': return this.known(Number.isFinite(value) && !Object.is(value, -0) ? JSON.stringify(value) : undefined);
      case 'object': return this.emptyOrNull(value);
      default: return this.known(undefined);
    }
  }

  private emptyOrNull(value: object | null): string {
    if (value === null) { return 'null'; }
    if (this.seen.has(value)) { return this.known(undefined); }
    this.seen.add(value);
    return Array.isArray(value) ? '[]' : this.known(isPlainObject(value) ? '{}' : undefined);
  }

  private known(text: string | undefined): string {
    if (text === undefined) { this.sure = false; }
    return text ?? '';
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isEmpty(collection: object): boolean {
  for (const _ in collection) { return false; }
  return true;
}

import { DocumentProblem } from './document';
import { Reader, isEncrypted, isOfSops, isTemplate, readerByFields, readerOf } from './no-object';
import { Position } from './text';
import { Manifest, isManifest, isRecord } from '../../kubernetes/manifest';

/** What a value is: a manifest, or why it is none. */
export interface Identified {
  readonly manifest?: Manifest;
  readonly problems: readonly DocumentProblem[];
}

/**
 * Tells objects from what only looks like one: configurations of programs, templates, encrypted files, fragments.
 *
 * @param beginning where the value begins: looked up only for a problem, for that takes as long as reading it
 */
export function identify(given: unknown, beginning: () => Position): Identified {
  const { sops, ...rest } = isOfSops(given) ? given : { sops: undefined };
  const value = sops === undefined ? given : rest;
  const byFields = isRecord(value) ? readerByFields(value) : undefined;
  if (byFields) { return none(configurationFile('the file', byFields, beginning())); }
  if (!isManifest(value)) { return sops === undefined ? none(notAManifest(value, beginning())) : none(encrypted(beginning())); }
  if (isTemplate(value)) { return none(template(beginning())); }
  const reader = readerOf(value);
  if (reader) { return none(configurationFile(value.kind, reader, beginning())); }
  if (sops === undefined) { return { manifest: value, problems: [] }; }
  return isEncrypted(value.kind) ? none(encrypted(beginning())) : { manifest: value, problems: [encrypted(beginning())] };
}

const none = (problem: DocumentProblem): Identified => ({ problems: [problem] });

/** A text that becomes manifests when a program has filled it in. */
export function template(position: Position): DocumentProblem {
  return {
    rule: 'template',
    path: '',
    position,
    message: 'this is a template with {{ ... }}, and no manifest yet; it was not checked',
    fix: 'check what it becomes: helm template NAME CHART | cdk8s-stateful check -',
  };
}

function configurationFile(what: string, { name, renders }: Reader, position: Position): DocumentProblem {
  return {
    rule: 'configuration-file',
    path: '',
    position,
    message: `${what} is read by ${name}, and is no object of a cluster; it was not checked`,
    fix: renders ? `check what it makes: ${renders}` : 'keep it apart from the manifests',
  };
}

function encrypted(position: Position): DocumentProblem {
  return {
    rule: 'encrypted',
    path: '',
    position,
    message: 'the file is encrypted by SOPS; what is encrypted was not checked',
    fix: 'check it after decryption, where that is allowed: sops --decrypt FILE | cdk8s-stateful check -',
  };
}

function notAManifest(value: unknown, position: Position): DocumentProblem {
  const problem = { rule: 'not-a-manifest', path: '', position } as const;
  if (!isRecord(value)) {
    const what = Array.isArray(value) ? 'a list' : 'a single value';
    return { ...problem, message: `the document is ${what}, not an object`, fix: "write a mapping that starts with 'apiVersion' and 'kind'" };
  }
  const missing = ['apiVersion', 'kind'].filter(field => typeof value[field] !== 'string' || value[field] === '');
  return {
    ...problem,
    message: `the document has no ${missing.join(' and no ')}, so it is not a Kubernetes object`,
    fix: `add ${missing.join(' and ')}; if this is a fragment of another manifest, move it there`,
  };
}

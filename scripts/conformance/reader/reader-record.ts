import { isDeepStrictEqual } from 'node:util';
import { Manifest } from '../../../src/kubernetes/manifest';
import { decodeText } from '../../../src/manifest/read/decode';
import { readDocuments } from '../../../src/manifest/read/read';
import { Answer } from '../../kubernetes/kubectl';

/** What two readers say of a file. */
export type Verdict = 'same objects' | 'both refuse' | 'left out' | 'only kubectl refuses' | 'only we refuse' | 'other objects';

export const DISAGREEMENTS: readonly Verdict[] = ['only kubectl refuses', 'only we refuse', 'other objects'];

/** A file, and what kubectl and our reader made of it. */
export interface ReaderRecord {
  readonly text: string;
  readonly verdict: Verdict;
  readonly kubectl: string;
  readonly ours: string;
}

/** Problems for which a file is not read. With others it is, and something is said of it. */
const REFUSALS: ReadonlySet<string> = new Set(['syntax', 'unreadable', 'not-a-manifest', 'unread-document', 'template']);

/** What `kubectl patch` refuses of objects that it has read. */
const NOT_OF_ITS_READER = /no objects passed|unable to find|apiVersion|cannot patch|Object 'Kind' is missing|metadata/;

/** @param answer of `kubectl patch --local --patch {} --output json` */
export function readerRecord(bytes: Buffer, { code, stdout, stderr }: Answer): ReaderRecord {
  const text = decodeText(bytes);
  const theirs = code === 0 ? objectsIn(stdout) : undefined;
  const { objects, refusals } = ourObjects(text, theirs !== undefined);
  return {
    text,
    verdict: verdictOf(theirs, stderr, objects, refusals),
    kubectl: theirs ? JSON.stringify(theirs) : stderr.trim(),
    ours: refusals.length > 0 ? refusals.join('; ') : JSON.stringify(objects),
  };
}

function verdictOf(theirs: readonly Manifest[] | undefined, stderr: string, ours: readonly Manifest[], refusals: readonly string[]): Verdict {
  if (!theirs) {
    if (refusals.length > 0) { return 'both refuse'; }
    return NOT_OF_ITS_READER.test(stderr) ? 'left out' : 'only kubectl refuses';
  }
  if (refusals.length > 0) { return theirs.every(isTyped) ? 'only we refuse' : 'left out'; }
  return isDeepStrictEqual(ours, theirs) ? 'same objects' : 'other objects';
}

/** `kubectl apply` refuses the others, which `kubectl patch` prints. */
function isTyped({ apiVersion, kind }: Manifest): boolean {
  return typeof apiVersion === 'string' && apiVersion !== '' && typeof kind === 'string';
}

/** @param isRead true if kubectl reads the file; then a document that it passes over is no refusal */
function ourObjects(text: string, isRead: boolean): { objects: Manifest[]; refusals: string[] } {
  const documents = readDocuments(text, 'text');
  const refusals = documents.flatMap(({ manifest, problems }) => problems
    .filter(({ rule }) => REFUSALS.has(rule) && !(isRead && (rule === 'unread-document' || manifest)))
    .map(({ message }) => message));
  return { objects: JSON.parse(JSON.stringify(documents.flatMap(({ manifest }) => manifest ?? []))), refusals };
}

/** kubectl prints one object after the other. */
function objectsIn(printed: string): Manifest[] {
  return JSON.parse(`[${printed.trim().replace(/\n\}\n\{/g, '\n},\n{')}]`);
}

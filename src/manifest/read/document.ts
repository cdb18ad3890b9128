import { Position } from './text';
import { Manifest } from '../../kubernetes/manifest';

/** What can be wrong with a document before any rule about objects is asked. */
export type DocumentRule = 'syntax' | 'incomplete-document' | 'duplicate-key' | 'changed-key' | 'unread-document' | 'not-json' | 'template' | 'configuration-file' | 'encrypted' | 'not-a-manifest' | 'unreadable';

/** Why a document is not, or not only, the manifest that its author wrote. */
export interface DocumentProblem {
  readonly rule: DocumentRule;
  /** JSON pointer in the manifest. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  readonly position: Position;
}

/** One manifest of a text, or the reason why there is none. */
export interface SourceDocument {
  /** The file's name, as it was given. */
  readonly file: string;
  /** Which document of the file, counted from 0. The objects of a `kind: List` share one. */
  readonly document: number;
  /** What the document holds, as plain data. */
  readonly value: unknown;
  /** The value if it is a manifest. A document with problems may still hold one: what the server would see. */
  readonly manifest?: Manifest;
  readonly problems: readonly DocumentProblem[];
  /** Where a field stands in the file; of a missing field, the place of the nearest mapping around it. */
  positionOf(path: string): Position;
  /** How a scalar is written, if it stands there without quotes: `0022`, which is the number 18. */
  writtenAt(path: string): string | undefined;
}

/** The text of one document and what is in it. */
export interface ParsedText {
  readonly value: unknown;
  readonly problems: readonly DocumentProblem[];
  positionOf(path: string): Position;
  writtenAt(path: string): string | undefined;
}

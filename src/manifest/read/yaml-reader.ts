import { DocumentProblem, ParsedText } from './document';
import { template } from './identify';
import { withoutActions } from './no-object';
import { Place } from './place';
import { readPlainYaml } from './plain-yaml';
import { Position, Span, Text } from './text';
import { Piece } from './yaml-stream';
import type * as library from './yaml-text';

/** Objects of more than 3 MB are refused by every server; beyond this a document is not worth the memory it takes to parse. */
const MAX_DOCUMENT_LENGTH = 16_000_000;

function isTooLong({ start, end }: Span): boolean {
  return end - start > MAX_DOCUMENT_LENGTH;
}

/** Reads the YAML documents of one text: most of them quickly, and the others by the `yaml` library, which is loaded when it is needed. */
export class YamlReader {
  /** The last document that somebody asked about, with the places in it. */
  private last?: { readonly span: Span; readonly document?: Place };
  private known?: library.YamlText;

  constructor(private readonly text: Text) {}

  /** The value of a piece of the stream, or why it has none. */
  public read(piece: Piece): ParsedText {
    const places = this.placesOf(piece);
    if (piece.badMark) { return { value: undefined, problems: [this.badMark(piece)], ...places }; }
    const { value, problems } = this.valueOf(piece);
    return { value, problems: piece.unread ? [...problems, this.unread(piece.unread)] : problems, ...places };
  }

  private valueOf(span: Span): Pick<ParsedText, 'value' | 'problems'> {
    if (isTooLong(span)) {
      const message = `one document of ${span.end - span.start} characters is larger than any server accepts`;
      const fix = 'part it into documents with `---`, one object each';
      return { value: undefined, problems: [{ rule: 'unreadable', path: '', message, fix, position: this.text.positionAt(span.start) }] };
    }
    const plain = readPlainYaml(this.text.content, span);
    if (plain) { return { value: plain.value, problems: [] }; }
    const parsed = this.library().read(span);
    return parsed.problems.some(({ rule }) => rule === 'syntax') && this.isTemplate(span) ? { value: undefined, problems: [template(this.text.positionAt(span.start))] } : parsed;
  }

  /** True if what is no YAML becomes YAML without `{{ ... }}`. */
  private isTemplate({ start, end }: Span): boolean {
    const filled = withoutActions(this.text.content.slice(start, end));
    if (filled === undefined) { return false; }
    const { problems } = new YamlReader(new Text(filled)).valueOf({ start: 0, end: filled.length });
    return !problems.some(({ rule }) => rule === 'syntax');
  }

  private badMark({ start }: Span): DocumentProblem {
    return {
      rule: 'syntax',
      path: '',
      position: this.text.positionAt(start),
      message: 'not YAML to kubectl: a line that begins with --- may hold nothing else but a comment, and kubectl gives up the file here',
      fix: "write '---' on a line of its own",
    };
  }

  private unread({ start, end }: Span): DocumentProblem {
    const first = /\S/.exec(this.text.content.slice(start, end));
    return {
      rule: 'unread-document',
      path: '',
      position: this.text.positionAt(start + (first?.index ?? 0)),
      message: "what follows here, after '...', is never applied: kubectl reads on only at the next '---'",
      fix: "write '---' instead of '...'",
    };
  }

  /** Where the fields of the document in this span stand, and how they are written. */
  public placesOf(span: Span): Pick<ParsedText, 'positionOf' | 'writtenAt'> {
    return { positionOf: path => this.positionOf(span, path), writtenAt: path => this.writtenAt(span, path) };
  }

  private positionOf(span: Span, path: string): Position {
    const document = this.plainDocument(span);
    return document ? this.text.positionAt(span.start + document.nearest(path).offset) : this.library().positionOf(span, path);
  }

  private writtenAt(span: Span, path: string): string | undefined {
    const document = this.plainDocument(span);
    return document ? document.at(path)?.scalar : this.library().writtenAt(span, path);
  }

  private plainDocument(span: Span): Place | undefined {
    if (this.last?.span !== span) {
      const document = new Place();
      // Of what was not read nobody knows more than where it begins.
      if (isTooLong(span)) { return document; }
      this.last = { span, document: readPlainYaml(this.text.content, span, document) && document };
    }
    return this.last.document;
  }

  private library(): library.YamlText {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when it is needed
    const { YamlText } = require('./yaml-text') as typeof library;
    return this.known ??= new YamlText(this.text);
  }
}

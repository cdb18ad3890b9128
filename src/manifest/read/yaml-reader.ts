import { ParsedText } from './document';
import { Offsets, offsetIn, readPlainYaml } from './plain-yaml';
import { Position, Span, Text } from './text';
import type * as library from './yaml-text';

/** Objects of more than 3 MB are refused by every server; beyond this a document is not worth the memory it takes to parse. */
const MAX_DOCUMENT_LENGTH = 16_000_000;

/** Reads the YAML documents of one text: most of them quickly, and the others by the `yaml` library, which is loaded when it is needed. */
export class YamlReader {
  /** The places in the last document that somebody asked about. */
  private last?: { readonly span: Span; readonly offsets?: Offsets };
  private known?: library.YamlText;

  constructor(private readonly text: Text) {}

  /** The value of the document in a span of the text, or why it has none. */
  public read(span: Span): ParsedText {
    const positionOf = (path: string) => this.positionOf(span, path);
    const length = span.end - span.start;
    if (length > MAX_DOCUMENT_LENGTH) {
      const message = `one document of ${length} characters is larger than any server accepts`;
      const fix = 'part it into documents with `---`, one object each';
      return { value: undefined, problems: [{ rule: 'unreadable', path: '', message, fix, position: this.text.positionAt(span.start) }], positionOf };
    }
    const plain = readPlainYaml(this.text.content, span);
    return plain ? { value: plain.value, problems: [], positionOf } : this.library().read(span);
  }

  /** Where a field of the document in this span stands. */
  public positionOf(span: Span, path: string): Position {
    if (this.last?.span !== span) {
      const offsets: Offsets = new Map();
      this.last = { span, offsets: readPlainYaml(this.text.content, span, offsets) && offsets };
    }
    const { offsets } = this.last;
    return offsets ? this.text.positionAt(span.start + offsetIn(offsets, path)) : this.library().positionOf(span, path);
  }

  private library(): library.YamlText {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when it is needed
    const { YamlText } = require('./yaml-text') as typeof library;
    return this.known ??= new YamlText(this.text);
  }
}

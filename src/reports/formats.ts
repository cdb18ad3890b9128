import { renderMarkdown } from './findings-markdown';
import { renderGithub } from './github';
import { renderJson } from './json';
import { renderJunit } from './junit';
import { Renderer } from './report';
import { renderSarif } from './sarif';

/** The formats for machines, by the name that `--format` knows; the one for people, `text`, takes colours besides. */
export const MACHINE_FORMATS: ReadonlyMap<string, Renderer> = new Map([
  ['json', renderJson],
  ['markdown', renderMarkdown],
  ['sarif', renderSarif],
  ['junit', renderJunit],
  ['github', renderGithub],
]);

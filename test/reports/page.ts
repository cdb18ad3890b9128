/* eslint-disable @typescript-eslint/no-require-imports -- it brings no types */

/** Renders Markdown as GitHub does: with tables, and HTML as it stands. */
export const page: { render(markdown: string): string } = require('markdown-it')({ html: true });

/** The package that makes pixels of an SVG; it holds a program for each kind of machine, so it is installed by those who want it. */
export const PNG_PACKAGE = '@resvg/resvg-js';

/** What we call of it. */
interface Resvg {
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

/** Pixels for each unit of the picture, so that text is sharp on good screens, as long as the picture stays below a width. */
const ZOOM = 2;
const WIDEST = 8000;

/**
 * The pixels of an SVG.
 *
 * @param from folders beside which the package may be installed
 * @returns undefined if the package is not installed
 */
export function png(svg: string, from: readonly string[]): Uint8Array | undefined {
  const library = installed(from);
  if (!library) { return undefined; }
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 1);
  const options = { fitTo: { mode: 'zoom', value: Math.min(ZOOM, WIDEST / width) }, font: { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans' } };
  return new library.Resvg(svg, options).render().asPng();
}

function installed(paths: readonly string[]): Resvg | undefined {
  let file: string;
  try {
    file = require.resolve(PNG_PACKAGE, { paths: [...paths] });
  } catch {
    return undefined;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(file);
}

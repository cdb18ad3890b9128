import * as path from 'path';
import { DocumentPlace } from './cluster-part';

/** Where a file stands: what is beside it, and how a configuration file may name it. */
export function placeOfFile(file: string, configurationFile: string): Required<Omit<DocumentPlace, 'manifest'>> {
  return { folder: slashed(path.relative('', path.dirname(file))), paths: () => pathsFrom(configurationFile, file) };
}

/**
 * The path of a file from the folder of the configuration. A file elsewhere may be a copy, such as of the output of
 * another branch: it is found by the end of its path.
 */
export function pathsFrom(configurationFile: string, file: string): string[] {
  const inside = slashed(path.relative(path.resolve(path.dirname(configurationFile)), path.resolve(file)));
  if (!inside.startsWith('../')) { return [inside]; }
  const segments = slashed(path.resolve(file)).split('/').filter(Boolean);
  return segments.map((_segment, index) => segments.slice(index).join('/'));
}

function slashed(name: string): string {
  return name.split(path.sep).join('/');
}

import { GraphEdge } from './graph';
import { sha256 } from '../manifest/sha256';

const LONGEST = 120;

/** The id of a box or a frame in an SVG: readable, the same in every run, and a letter and digits whatever the name holds. */
export function elementId(id: string): string {
  const safe = id.replace(/[^A-Za-z0-9.-]/g, character => `_${character.charCodeAt(0).toString(16)}_`);
  return `k-${safe.length > LONGEST ? `${safe.slice(0, LONGEST)}-${sha256(id).slice(0, 12)}` : safe}`;
}

/** The id of an arrow: names of both ends would be long, so it is a sum. */
export function arrowId({ from, to, label }: GraphEdge): string {
  return `k-arrow-${sha256(JSON.stringify([from, to, label])).slice(0, 16)}`;
}

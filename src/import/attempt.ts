import { isSame } from './as-written';
import { Call, Name } from './code';
import { LoadPackage, MadeObject, objectsOf } from './evaluate';
import { CDK8S } from './literal';
import { Patch, needed, patched, patchesBetween } from './patches';
import { Program, Statement } from './program';
import { Source } from './source';
import { ApiModel } from '../kubernetes/api/model';
import { valueAt } from '../kubernetes/pointer';
import { groupBy } from '../manifest/group-by';

/** What trying a piece of a program takes. */
export interface Trial {
  readonly models: readonly ApiModel[];
  readonly load: LoadPackage;
  /** Is told how far it is, many times. @default - nobody wants to know */
  readonly tell?: (text: string) => void;
}

/** The chart that a piece stands in. */
export interface ChartOf {
  readonly variable: string;
  readonly namespace?: string;
}

/** What statements make in a chart of their own; undefined if they throw. */
export function tried(statements: readonly Statement[], { variable, namespace }: ChartOf, { load }: Trial): readonly MadeObject[] | undefined {
  const chart: Statement = { variable, call: chartCall(variable, namespace) };
  try {
    return objectsOf(new Program([APP, chart, ...statements]), load);
  } catch {
    return undefined;
  }
}

/** `const app = new App()`. */
export const APP: Statement = { variable: 'app', call: new Call('new App', [], CDK8S) };

/** `new Chart(app, 'shop', { namespace: 'shop' })`. */
export function chartCall(id: string, namespace: string | undefined): Call {
  return new Call('new Chart', [new Name('app'), id, ...namespace === undefined ? [] : [{ namespace }]], CDK8S);
}

/** The fewest patches that make what was rendered the same as the object in the cluster; undefined if none do. */
export function patchesFor({ given, written }: Source, { manifest }: MadeObject, { models }: Trial): Patch[] | undefined {
  const isEnough = (some: readonly Patch[]) => {
    const after = patched(manifest, some);
    return after !== undefined && isSame(given, after, models);
  };
  if (isEnough([])) { return []; }
  const patches = patchesBetween(manifest, written);
  return isEnough(patches) ? wholeParts(needed(patches, isEnough), written, isEnough) : undefined;
}

/** Parts of an object that read better as a whole than field by field. */
const PARTS = /^.*\/(securityContext|labels|annotations|livenessProbe|readinessProbe|startupProbe|strategy|updateStrategy|resources)(?=\/)/;

/** Several patches in such a part become one, if that is shorter. */
function wholeParts(patches: readonly Patch[], written: unknown, isEnough: (some: readonly Patch[]) => boolean): Patch[] {
  let left = [...patches];
  for (const [part, some] of groupBy(left, ({ path }) => PARTS.exec(path)?.[0])) {
    const value = part === undefined ? undefined : valueAt(written, part);
    const whole: Patch[] = [{ op: 'replace', path: part!, value }];
    const joined = left.flatMap(patch => patch === some[0] ? whole : some.includes(patch) ? [] : [patch]);
    if (some.length > 1 && value !== undefined && JSON.stringify(whole).length < JSON.stringify(some).length && isEnough(joined)) { left = joined; }
  }
  return left;
}

/** `JsonPatch.remove('/spec/replicas')` and so on. */
export function patchCalls(patches: readonly Patch[]): Call[] {
  return patches.map(({ op, path, value }) => new Call(`JsonPatch.${op}`, op === 'remove' ? [path] : [path, value], CDK8S));
}

import { patchCalls } from './attempt';
import { Names } from './names';
import { Patch } from './patches';
import { Statement } from './program';

/** What our constructs give to every pod, and what most deployed ones do not have. */
const DEFAULTS = ['automountServiceAccountToken', 'enableServiceLinks', 'securityContext', 'containers/0/securityContext'];

const COMMENT = "What these pods do not have yet. Take a line away, and 'cdk8s-stateful diff' says what that does.";

/** Fewer patches than these are written where they belong. */
const FEWEST = 3;

/** The patches by which apps stay without what our constructs give to every pod: each list of them stands in the program once. */
export class AsDeployed {
  private readonly lists = new Map<string, { readonly variable: string; readonly statement: Statement }>();

  constructor(private readonly variables: Names) {}

  /** The list that holds some of these patches, and which; undefined if there are too few. */
  public variableFor(patches: readonly Patch[]): { readonly variable: string; readonly patches: readonly Patch[] } | undefined {
    const some = patches.filter(({ op, path }) => op === 'remove' && DEFAULTS.some(field => path.endsWith(`/template/spec/${field}`)));
    if (some.length < FEWEST) { return undefined; }
    const key = some.map(({ path }) => path).join(' ');
    const list = this.lists.get(key) ?? this.added(key, some);
    return { variable: list.variable, patches: some };
  }

  /** The lists that are named in these texts, as statements. */
  public statementsFor(text: string): Statement[] {
    return [...this.lists.values()].filter(({ variable }) => new RegExp(`\\.\\.\\.${variable}\\b`).test(text)).map(({ statement }) => statement);
  }


  private added(key: string, patches: readonly Patch[]) {
    const variable = this.variables.take('asDeployed');
    const list = { variable, statement: { variable, call: patchCalls(patches), ...this.lists.size === 0 && { comment: COMMENT } } };
    this.lists.set(key, list);
    return list;
  }
}

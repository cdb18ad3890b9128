import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { podNeeds } from './pod-needs';
import { PodOptions } from './pod-options';
import { noProblems, text } from '../../props/fields';
import { inBrief } from '../../props/problems';
import { needs } from '../../synthesis/version-needs';

/** What can be added to an app that is there already. */
type Lists = Pick<PodOptions, 'volumes' | 'podVolumes' | 'sidecars' | 'initContainers'>;

const NAME = text('LEVEL');

const ADDITIONS = Symbol.for('cdk8s-stateful.Additions');

/**
 * What was added to an app after it was made. It obeys the same rules as props do: the options are looked at as if all
 * had been written at once, and what is wrong is told at synthesis.
 */
export class Additions<Options extends PodOptions = PodOptions> {
  /** Those of one app. */
  public static of(app: Construct): Additions {
    return (app as unknown as { readonly [ADDITIONS]: Additions })[ADDITIONS];
  }

  private render?: (options: Options) => void;
  /** What was wrong before anything was added, which the app tells itself. */
  private known?: ReadonlySet<string>;
  private readonly own: string[] = [];

  /**
   * @param options the options with which the app is made
   * @param problems why options are not valid
   */
  constructor(private readonly app: Construct, private options: Options, private readonly problems: (options: Options) => string[]) {
    Object.defineProperty(app, ADDITIONS, { value: this });
  }

  /** Says how the objects of the app are made anew. An app that was refused has none. */
  public renderedBy(render: (options: Options) => void): void {
    this.render = render;
  }

  public addEnv(name: string, value: kplus.EnvValue): void {
    const { envValues = {} } = this.options;
    const before = this.begin();
    const wrong = noProblems();
    NAME.check(name, 'name', wrong);
    this.own.push(...wrong.wrong);
    if (wrong.wrong.length > 0) { return; }
    if (Object.hasOwn(envValues, name)) { this.own.push(`there is a variable '${name}' already; remove one of the two`); }
    this.change({ ...this.options, envValues: { ...envValues, [name]: value } }, before);
  }

  public add(added: Lists): void {
    const before = this.begin();
    const { volumes, podVolumes, sidecars, initContainers } = this.options;
    this.change({
      ...this.options,
      volumes: joined(volumes, added.volumes),
      podVolumes: joined(podVolumes, added.podVolumes),
      sidecars: joined(sidecars, added.sidecars),
      initContainers: joined(initContainers, added.initContainers),
    }, before);
    if (this.newProblems().length === 0) { needs(this.app, podNeeds({ image: '', nativeSidecars: this.options.nativeSidecars, ...added })); }
  }

  private begin(): ReadonlySet<string> {
    if (!this.known) {
      this.known = new Set(this.problems(this.options));
      this.app.node.addValidation({ validate: () => inBrief(this.newProblems()) });
    }
    return this.known;
  }

  private change(options: Options, known: ReadonlySet<string>): void {
    this.options = options;
    if (known.size === 0 && this.newProblems().length === 0) { this.render?.(options); }
  }

  private newProblems(): string[] {
    return [...this.own, ...this.problems(this.options).filter(problem => !this.known?.has(problem))];
  }
}

function joined<T>(list: T[] | undefined, more: T[] | undefined): T[] | undefined {
  return more ? [...list ?? [], ...more] : list;
}

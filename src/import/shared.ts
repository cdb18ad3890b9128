import { Call, Name } from './code';
import { Names, idFor, kindWords, variableFor } from './names';
import { Statement } from './program';
import { CDK8S_PLUS } from './values';
import { textOf } from '../kubernetes/manifest';

/** What the pieces of a chart refer to: objects that stand elsewhere, each with one variable. */
export class Shared {
  private readonly statements = new Map<string, Statement>();
  private noted: Statement[] = [];

  constructor(private readonly chart: Name, private readonly ids: Names, private readonly variables: Names) {}

  /** `Secret.fromSecretName(chart, 'db-secret', 'db')`, as a variable. */
  public existing(kind: 'Secret' | 'ConfigMap' | 'ServiceAccount', name: unknown): Name {
    const key = `${kind} ${textOf(name)}`;
    const statement = this.statements.get(key) ?? {
      variable: this.variables.take(variableFor(textOf(name)), variableFor(textOf(name), kind)),
      call: new Call(`${kind}.from${kind}Name`, [this.chart, this.ids.take(idFor(`${textOf(name)}-${kindWords(kind)}`)), name], CDK8S_PLUS),
    };
    this.statements.set(key, statement);
    if (!this.noted.includes(statement)) { this.noted.push(statement); }
    return new Name(statement.variable!);
  }

  /** `EnvFieldPaths.POD_NAME`. */
  public member(name: string, member: string): Name {
    return new Name(`${name}.${member}`, CDK8S_PLUS);
  }

  /** What was referred to since this was last asked. */
  public take(): readonly Statement[] {
    const taken = this.noted;
    this.noted = [];
    return taken;
  }
}

import { madeOf } from './custom-makers';
import { copiesOf, endingsOf, stemsOf } from './operator-names';
import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { wordsOf } from '../../kubernetes/workload';
import { isPlaced, namespaceOf } from '../../manifest/inventory';
import { References } from '../../manifest/references/references';
import { SecretMakers } from '../../manifest/references/secret-makers';

/** No namespace can have this name. */
const ANYWHERE = '*';

/**
 * Objects that nobody writes down because something in the system makes them:
 * an operator for its custom resource, or a program that may create Secrets.
 */
export class Makers {
  private readonly names = new Set<string>();
  /** What is made in every namespace. */
  private readonly copied = new Set<string>();
  /** Keys of what is made of custom resources that we know, by kind, namespace and name. */
  private readonly made = new Map<string, readonly string[] | undefined>();
  private readonly secrets: SecretMakers;
  private openNamespaces?: ReadonlySet<string>;

  constructor(private readonly references: References) {
    const { inventory } = references;
    for (const manifest of inventory.manifests) {
      copiesOf(manifest).forEach(name => this.copied.add(name));
      if (!isBuiltIn(manifest.apiVersion)) { this.addCustom(manifest); }
    }
    this.secrets = SecretMakers.of(references);
  }

  /**
   * True if the object is made of a custom resource: of one that we know, or of another one in the namespace that names
   * it, or after which it is named: `db-password` of `db`. Or it is a copy of one in another namespace.
   */
  public mayMake(kind: string, namespace: string, name: string): boolean {
    if (this.made.has(`${kind} ${namespace}/${name}`) || this.made.has(`${kind} ${ANYWHERE}/${name}`) || this.copied.has(name)) { return true; }
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (this.names.has(`${namespace}/${name.slice(dot)}`)) { return true; }
    }
    for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
      if (this.names.has(`${namespace}/${name.slice(0, end)}`)) { return true; }
    }
    return false;
  }

  /** The keys of a Secret that is made of a custom resource, if they are known. */
  public keysOfSecret(namespace: string, name: string): readonly string[] | undefined {
    return this.made.get(`Secret ${namespace}/${name}`) ?? this.made.get(`Secret ${ANYWHERE}/${name}`);
  }

  /**
   * True if a role lets somebody create Secrets in the namespace whose names
   * nobody knows. A Job that gets the name of a Secret creates that one and no other.
   */
  public mayMakeSecrets(namespace: string): boolean {
    this.openNamespaces ??= this.namespacesOfUntold();
    return this.openNamespaces.has(namespace) || this.openNamespaces.has('');
  }

  /** True if a Job that may create Secrets gets this name, as an argument or a variable. */
  public makesSecret(namespace: string, name: string): boolean {
    return this.secrets.jobsOf(namespace, name).length > 0;
  }

  /** True if the namespace holds custom resources that we do not know, whose operators may create any pods. */
  public mayMakePods(namespace: string): boolean {
    return this.names.has(`${namespace}/`);
  }

  /** Namespaces of the roles that create Secrets, except roles of Jobs that get the name of the Secret. */
  private namespacesOfUntold(): ReadonlySet<string> {
    const secrets = new Set(this.references.ofKind('Secret').map(({ namespace, name }) => `${namespace}/${name}`));
    const untold = new Map<string, boolean>();
    for (const { relation, from, namespace, name } of this.references.ofKind('ServiceAccount')) {
      if (relation !== 'runs as') { continue; }
      const isTold = from.kind === 'Job' && wordsOf(from).some(word => secrets.has(`${namespaceOf(from)}/${word}`));
      const account = `${namespace}/${name}`;
      untold.set(account, untold.get(account) === true || !isTold);
    }
    const hasUntold = (role: Manifest) => {
      const bindings = this.references.to(role).filter(({ relation }) => relation === 'grants').map(({ from }) => from);
      // A role that nobody is bound to here, or a user, or an account that nothing runs as: who has it is not known.
      return bindings.length === 0 || bindings.some(binding => {
        const accounts = this.references.from(binding).filter(({ relation }) => relation === 'grants to');
        return accounts.length < listOf(binding.subjects).length || accounts.some(({ namespace, name }) => untold.get(`${namespace}/${name}`) ?? true);
      });
    };
    return new Set(this.secrets.roles.filter(hasUntold).map(namespaceOf));
  }

  private addCustom(manifest: Manifest) {
    const namespace = namespaceOf(manifest);
    const made = madeOf(manifest);
    if (made) {
      made.forEach(({ kind, name, keys }) => {
        this.made.set(`${kind} ${namespace}/${name}`, keys);
        // It goes where `kubectl apply -n` puts it, and what is made of it, too.
        if (!isPlaced(manifest)) { this.made.set(`${kind} ${ANYWHERE}/${name}`, keys); }
      });
      return;
    }
    this.names.add(`${namespace}/`);
    stemsOf(manifest).forEach(name => this.names.add(`${namespace}/${name}`));
    endingsOf(manifest).forEach(ending => this.names.add(`${namespace}/.${ending}`));
    const { name, namespace: elsewhere } = recordOf(recordOf(manifest.spec).writeConnectionSecretToRef);
    if (typeof elsewhere === 'string') { this.names.add(`${elsewhere}/${textOf(name)}`); }
  }
}

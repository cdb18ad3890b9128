import { Inventory, namespaceOf } from '../manifest/inventory';
import { isBuiltIn } from '../manifest/kinds';
import { Manifest, listOf, recordOf, textOf } from '../manifest/manifest';
import { containersOf, podTemplateOf } from '../manifest/workload';

/** Where custom resources say what they will create: a Certificate its Secret, for example. */
const NAMING_FIELDS = [['secretName'], ['target', 'name'], ['template', 'metadata', 'name']];

/**
 * Objects that nobody writes down because something in the system makes them:
 * an operator for its custom resource, or a program that may create Secrets.
 */
export class Makers {
  private readonly names = new Set<string>();
  private readonly secretMakers = new Set<string>();
  private secretsOfJobs?: ReadonlySet<string>;

  constructor(private readonly inventory: Inventory) {
    for (const manifest of inventory.manifests) {
      if (!isBuiltIn(manifest.apiVersion)) { this.addCustom(manifest); }
    }
    for (const role of [...inventory.ofKind('Role'), ...inventory.ofKind('ClusterRole')]) {
      if (createsSecrets(role)) { this.secretMakers.add(namespaceOf(role)); }
    }
  }

  /** True if a custom resource of the namespace names the object, or the object is named after it: `db-password` of `db`. */
  public mayMake(namespace: string, name: string): boolean {
    for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
      if (this.names.has(`${namespace}/${name.slice(0, end)}`)) { return true; }
    }
    return false;
  }

  /** True if a role lets somebody create Secrets in the namespace. */
  public mayMakeSecrets(namespace: string): boolean {
    return this.secretMakers.has(namespace) || this.secretMakers.has('');
  }

  /** True if a Job that may create Secrets is told this name, as an argument or a variable. */
  public makesSecret(namespace: string, name: string): boolean {
    if (!this.mayMakeSecrets(namespace)) { return false; }
    this.secretsOfJobs ??= new Set(this.inventory.ofKind('Job').flatMap(job => wordsOf(job).map(word => `${namespaceOf(job)}/${word}`)));
    return this.secretsOfJobs.has(`${namespace}/${name}`);
  }

  /** True if the namespace holds custom resources, whose operators may create any pods. */
  public mayMakePods(namespace: string): boolean {
    return this.names.has(`${namespace}/`);
  }

  private addCustom(manifest: Manifest) {
    const namespace = namespaceOf(manifest);
    this.names.add(`${namespace}/`);
    const named = NAMING_FIELDS.map(path => path.reduce<any>((value, key) => recordOf(value)[key], manifest.spec));
    for (const name of [manifest.metadata?.name, ...named]) {
      if (typeof name === 'string' && name !== '') { this.names.add(`${namespace}/${name}`); }
    }
  }
}

function createsSecrets(role: Manifest): boolean {
  return listOf(role.rules).some(rule => {
    const { apiGroups, resources, verbs } = recordOf(rule);
    const has = (list: unknown, value: string) => listOf(list).some(entry => entry === value || entry === '*');
    return has(apiGroups, '') && has(resources, 'secrets') && has(verbs, 'create');
  });
}

/** What the containers of a Job are told: their arguments, also behind an equals sign, and their variables. */
function wordsOf(job: Manifest): string[] {
  const template = podTemplateOf(job);
  const containers = template ? containersOf(template).map(({ container }) => container) : [];
  return containers.flatMap(({ command, args, env }) => [
    ...[...listOf(command), ...listOf(args)].map(word => textOf(word).replace(/^--?[\w-]+=/, '')),
    ...listOf(env).map(variable => textOf(recordOf(variable).value)),
  ]);
}

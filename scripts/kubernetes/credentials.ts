import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who may ask the API server, and as what. Kubernetes has roles for the names that begin with `system:`. */
const USERS: Readonly<Record<string, { readonly user: string; readonly groups: string }>> = {
  'admin': { user: 'admin', groups: 'system:masters' },
  'controller-manager': { user: 'system:kube-controller-manager', groups: '' },
  'scheduler': { user: 'system:kube-scheduler', groups: '' },
  'kwok': { user: 'kwok', groups: 'system:masters' },
  'csi': { user: 'csi', groups: 'system:masters' },
  'kube-router': { user: 'kube-router', groups: 'system:masters' },
  'kube-proxy': { user: 'system:kube-proxy', groups: '' },
};

/** The secrets of a cluster: a token for each user, and the key that signs the tokens of ServiceAccounts. */
export class Credentials {
  public readonly tokens: string;
  public readonly signingKey: string;
  public readonly verifyingKey: string;
  /** Here the API server writes a certificate for itself, which its clients check. */
  public readonly certificates: string;
  public readonly certificate: string;

  private readonly users: typeof USERS;

  /** @param nodes names of real nodes, each of which is a user */
  constructor(private readonly folder: string, nodes: readonly string[] = []) {
    this.users = { ...USERS, ...Object.fromEntries(nodes.map(name => [name, { user: `system:node:${name}`, groups: 'system:nodes' }])) };
    this.tokens = join(folder, 'tokens.csv');
    this.signingKey = join(folder, 'service-accounts.key');
    this.verifyingKey = join(folder, 'service-accounts.pub');
    this.certificates = join(folder, 'certificates');
    this.certificate = join(this.certificates, 'apiserver.crt');
  }

  public create(): void {
    mkdirSync(this.certificates, { recursive: true });
    const lines = Object.values(this.users).map(({ user, groups }) => `${randomBytes(16).toString('hex')},${user},${user},"${groups}"\n`);
    writeFileSync(this.tokens, lines.join(''), { mode: 0o600 });
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(this.signingKey, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
    writeFileSync(this.verifyingKey, publicKey.export({ type: 'spki', format: 'pem' }));
  }

  public kubeconfig(name: string): string {
    return join(this.folder, name === 'admin' ? 'kubeconfig' : `${name}.kubeconfig`);
  }

  /** Writes a file for each user by which it reaches the server. */
  public writeKubeconfigs(server: string): void {
    const tokens = readFileSync(this.tokens, 'utf8').split('\n').map(line => line.split(',')[0]);
    Object.keys(this.users).forEach((name, index) => {
      const config = {
        'apiVersion': 'v1',
        'kind': 'Config',
        'clusters': [{ name: 'cluster', cluster: { server, 'certificate-authority': this.certificate } }],
        'users': [{ name, user: { token: tokens[index] } }],
        'contexts': [{ name, context: { cluster: 'cluster', user: name } }],
        'current-context': name,
      };
      writeFileSync(this.kubeconfig(name), JSON.stringify(config, undefined, 2), { mode: 0o600 });
    });
  }
}

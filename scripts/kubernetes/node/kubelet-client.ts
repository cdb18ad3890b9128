import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command';

/** Who the API server is to kubelets, when somebody wants logs or a shell. They believe a certificate that they know. */
export class KubeletClient {
  public readonly certificate: string;
  public readonly key: string;

  constructor(folder: string) {
    this.certificate = join(folder, 'kubelet-client.crt');
    this.key = join(folder, 'kubelet-client.key');
  }

  public create(): void {
    if (existsSync(this.certificate)) { return; }
    run('openssl', [
      'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '365', '-keyout', this.key, '-out', this.certificate,
      '-subj', '/O=system:masters/CN=kube-apiserver', '-addext', 'extendedKeyUsage=clientAuth',
    ]);
  }
}

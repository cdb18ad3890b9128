import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { PodOptions } from './pod-options';
import { cdk8sPlus } from '../../cdk8s/cdk8s-plus';
import { Identity } from '../../cdk8s/identity';
import type { ServiceAccount } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';

/** The ServiceAccount that an app runs as: its own, or an existing one. */
export class AppServiceAccount {
  public readonly name: string;
  private account?: kplus.IServiceAccount;
  private readonly annotations?: { readonly [key: string]: string };

  constructor(private readonly scope: Construct, private readonly identity: Identity, options: PodOptions) {
    this.account = options.existingServiceAccount;
    this.annotations = options.serviceAccountAnnotations;
    this.name = this.account?.name ?? identity.name;
  }

  /** Adds the app's own account, unless it runs as an existing one. */
  public addObject(): void {
    if (this.account) { return; }
    addObject<ServiceAccount>(this.scope, 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { ...this.identity.metadata(), annotations: this.annotations },
      automountServiceAccountToken: false,
    });
  }

  /** For cdk8s-plus, for example as the subject of a RoleBinding. */
  public get reference(): kplus.IServiceAccount {
    this.account ??= cdk8sPlus().ServiceAccount.fromServiceAccountName(this.scope, 'ServiceAccountReference', this.name, {
      namespaceName: this.identity.namespace,
    });
    return this.account;
  }
}

import { IApp } from './app';
import type { NetworkPolicyPeer } from '../../kubernetes/api/types.generated';
import { NAMESPACE_NAME_LABEL } from '../../kubernetes/selector';

/**
 * Somebody who may connect to an app.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export abstract class NetworkPeer {
  /** The pods of another app, also in another namespace. */
  public static app(app: IApp): NetworkPeer {
    return NetworkPeer.pods(app.selectorLabels, app.namespace);
  }

  /**
   * Pods with these labels.
   *
   * @param labels all of them must match
   * @param namespace namespace of the pods; without it, that of the app that they connect to
   */
  public static pods(labels: { readonly [key: string]: string }, namespace?: string): NetworkPeer {
    return new Peer({ podSelector: { matchLabels: labels }, ...namespace && inNamespace(namespace) });
  }

  /** Every pod of a namespace. */
  public static namespace(name: string): NetworkPeer {
    return new Peer(inNamespace(name));
  }

  /** Every pod of the namespace of the app itself. */
  public static ownNamespace(): NetworkPeer {
    return new Peer({ podSelector: {} });
  }

  /**
   * Pods of all namespaces with these labels.
   *
   * @param labels all of them must match; `{}` is every namespace
   * @param podLabels labels of the pods; without them every pod
   */
  public static namespaces(labels: { readonly [key: string]: string }, podLabels?: { readonly [key: string]: string }): NetworkPeer {
    return new Peer({ namespaceSelector: { matchLabels: labels }, ...podLabels && { podSelector: { matchLabels: podLabels } } });
  }

  /**
   * Addresses outside the cluster.
   *
   * @param cidr range of addresses, for example `10.0.0.0/8`
   * @param except ranges within it that may not connect
   */
  public static ipBlock(cidr: string, except: string[] = []): NetworkPeer {
    return new Peer({ ipBlock: { cidr, ...except.length > 0 && { except } } });
  }

  /** The peer as it stands in a NetworkPolicy. */
  public abstract toPeer(): object;
}

class Peer extends NetworkPeer {
  constructor(private readonly peer: NetworkPolicyPeer) {
    super();
  }

  public toPeer() {
    return this.peer;
  }
}

function inNamespace(name: string): NetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: name } } };
}

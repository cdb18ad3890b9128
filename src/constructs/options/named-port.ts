import type * as kplus from 'cdk8s-plus-27';
import { NetworkPeer } from './network-peer';

/**
 * A port on which an app listens.
 */
export interface NamedPort {
  /**
   * Name of the port, which health checks and Services refer to: at most 15
   * lower case letters, digits and `-`.
   */
  readonly name: string;

  /** Number of the port in the container, 1 to 65535. */
  readonly port: number;

  /**
   * Number of the port in the client Service.
   *
   * @default - the same as `port`
   */
  readonly servicePort?: number;

  /**
   * Transport protocol.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: kplus.Protocol;

  /**
   * Who may connect to this port, instead of `allowFrom` of the app. Pods of the
   * app itself always may. A HeadlessService lets nobody in or out.
   *
   * @default - `allowFrom` of the app
   */
  readonly allowFrom?: NetworkPeer[];
}

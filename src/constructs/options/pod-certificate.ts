import { Duration } from 'cdk8s';

/**
 * The kind of key that a pod gets with its certificate.
 */
export enum PodCertificateKeyType {
  /** RSA with 3072 bits. */
  RSA_3072 = 'RSA3072',
  /** RSA with 4096 bits. */
  RSA_4096 = 'RSA4096',
  /** ECDSA with the curve P-256. */
  ECDSA_P256 = 'ECDSAP256',
  /** ECDSA with the curve P-384. */
  ECDSA_P384 = 'ECDSAP384',
  /** ECDSA with the curve P-521. */
  ECDSA_P521 = 'ECDSAP521',
  /** Ed25519. */
  ED25519 = 'ED25519',
}

/**
 * A certificate that each pod gets for itself from a signer in the cluster,
 * with a key that never leaves the node. The kubelet renews it in time.
 *
 * The directory holds `tls.key`, `tls.crt` (the chain), `credentials.pem` (key
 * and chain in one file, which are replaced together) and, with `trustBundle`,
 * `ca.crt`. It needs Kubernetes 1.37, and a controller that signs for
 * `signerName`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/#podcertificate
 */
export interface PodCertificate {
  /** Who signs: a domain, `/` and a name, for example `example.com/database`. */
  readonly signerName: string;

  /** Absolute path of the directory in the container. */
  readonly mountPath: string;

  /**
   * The kind of key.
   *
   * @default PodCertificateKeyType.ECDSA_P256
   */
  readonly keyType?: PodCertificateKeyType;

  /**
   * How long a certificate may be valid at most, from one hour to 91 days; the
   * signer may choose less.
   *
   * @default - Kubernetes' default, 24 hours
   */
  readonly maxExpiration?: Duration;

  /**
   * Also mount the certificates that the signer is trusted by, from its
   * ClusterTrustBundles, as `ca.crt`. Without such a bundle the pod does not
   * start.
   *
   * @default false
   */
  readonly trustBundle?: boolean;
}

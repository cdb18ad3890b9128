import { DNS_LABEL } from './dns-label';
import { DNS_SUBDOMAIN } from './dns-subdomain';
import { Format } from './format';

/** Who signs certificates. A namespace and a name may stand behind the domain, each as long as it can be. */
const LONGEST = 253 + 1 + 253 + 63 + 1;

export const SIGNER_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a domain, `/` and a name, such as `example.com/web`',
  fits: value => {
    const [domain, path, ...more] = value.split('/');
    const labels = domain.split('.');
    return value.length <= LONGEST && more.length === 0 && path !== undefined && domain.length <= 253
      && labels.length > 1 && labels.every(DNS_LABEL.fits) && path.split('.').every(DNS_SUBDOMAIN.fits);
  },
};

/** Kubernetes' own signers give out certificates for a day at most. */
export function isSignerOfKubernetes(signerName: string): boolean {
  return /^([^/]+\.)?kubernetes\.io\//.test(signerName);
}

/** Name of a ClusterTrustBundle: one of the signer `example.com/web` is called `example.com:web:` and what follows. */
export const TRUST_BUNDLE_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a name as of other objects; for a bundle of the signer `example.com/web` with `example.com:web:` before it',
  fits: value => DNS_SUBDOMAIN.fits(value.slice(value.lastIndexOf(':') + 1)),
};

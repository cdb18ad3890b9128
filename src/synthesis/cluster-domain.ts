import { IConstruct } from 'constructs';
import { clustersFor } from './declarations';
import { CLUSTER_DOMAIN } from '../cdk8s/identity';
import { DNS_SUBDOMAIN } from '../kubernetes/formats/dns-subdomain';

/** Stands on constructs that asked, so that each is validated once. */
const ASKED = 'cdk8s-stateful:cluster-domain';

/**
 * What DNS names end in, in the clusters that a construct is for. It is asked while constructs are made, so the clusters
 * must be declared before; synthesis fails if one is declared later that changes the answer.
 */
export function clusterDomain(construct: IConstruct): string {
  const [domain] = domainsFor(construct);
  if (!construct.node.metadata.some(({ type }) => type === ASKED)) {
    construct.node.addMetadata(ASKED, domain);
    construct.node.addValidation({ validate: () => problems(construct, domain) });
  }
  return domain;
}

function problems(construct: IConstruct, answer: string): string[] {
  const domains = domainsFor(construct);
  const misfit = domains.find(domain => typeof domain !== 'string' || !DNS_SUBDOMAIN.fits(domain));
  if (misfit !== undefined) { return [`'domain' of the cluster must be ${DNS_SUBDOMAIN.mustBe}, got '${misfit}'; write 'domain: "${CLUSTER_DOMAIN}"'`]; }
  if (domains.length > 1) {
    return [`the names in these manifests end in the domain of the cluster, and there are several: ${domains.map(domain => `'${domain}'`).join(', ')}; make a chart for each cluster, and write 'Checks.of(chart).cluster(cluster)'`];
  }
  return domains[0] === answer ? []
    : ["the cluster was declared after this construct, whose names end in its domain; write 'Checks.of(app).cluster(cluster)' before the charts"];
}

function domainsFor(construct: IConstruct): string[] {
  const clusters = clustersFor(construct);
  return clusters.length === 0 ? [CLUSTER_DOMAIN] : [...new Set(clusters.map(({ domain }) => domain ?? CLUSTER_DOMAIN))];
}

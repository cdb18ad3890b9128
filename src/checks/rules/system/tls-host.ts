import { WEB, objectYaml, podYaml, together } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (host: string) => together(
  objectYaml('networking.k8s.io/v1', 'Ingress', 'web', `spec: {tls: [{hosts: [${host}], secretName: web-tls}], `
    + 'rules: [{host: www.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}')
    .replace('{name: web}\n', '{name: web, annotations: {cert-manager.io/cluster-issuer: acme}}\n'),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}'), podYaml(WEB));

export const tlsHost: Check = {
  id: 'tls-host',
  why: 'an Ingress serves a certificate for the hosts that tls names. Where none of them is a host of its rules, clients get the certificate of the controller, and a warning of their browser',
  severity: 'warning',
  run: function* (inventory) {
    for (const ingress of inventory.ofKind('Ingress')) {
      const { rules, tls } = recordOf(ingress.spec);
      const served = listOf(rules).map(rule => recordOf(rule).host);
      if (served.length === 0 || !served.every(host => typeof host === 'string' && host !== '')) { continue; }
      for (const [i, { hosts }] of listOf(tls).map(recordOf).entries()) {
        const named = listOf(hosts).filter(host => typeof host === 'string');
        if (named.length === 0 || named.some(host => served.some(one => covers(host, one) || covers(one, host)))) { continue; }
        yield {
          object: ingress,
          path: `/spec/tls/${i}/hosts`,
          message: `${titleOf(ingress)} has a certificate for ${named.join(', ')}, and rules for ${served.join(', ')} alone`,
          fix: `write hosts: [${[...new Set(served)].join(', ')}], with a certificate for them`,
        };
      }
    }
  },
  bad: example('www.example.org'),
  good: example('www.example.com'),
};

/** `*.example.com` covers one more label. */
function covers(host: string, other: string): boolean {
  return host === other || host.startsWith('*.') && other.slice(other.indexOf('.')) === host.slice(1);
}

import { objectYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const ISSUERS = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];

const example = (tls: string) => together(
  objectYaml('networking.k8s.io/v1', 'Ingress', 'web', `spec: {${tls}rules: [{host: web.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}`)
    .replace('{name: web}\n', '{name: web, annotations: {cert-manager.io/cluster-issuer: acme}}\n'),
  objectYaml('v1', 'Service', 'web', 'spec: {type: ExternalName, externalName: www.example.com, ports: [{port: 80}]}'));

export const certificateWithoutTls: Check = {
  id: 'certificate-without-tls',
  why: 'cert-manager makes a Certificate for each entry of tls in an Ingress. Of one without tls it makes none, and the site stays on plain HTTP',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.ofKind('Ingress')) {
      const annotations = recordOf(object.metadata?.annotations);
      const annotation = ISSUERS.find(name => annotations[name] !== undefined);
      const { tls, rules } = recordOf(object.spec);
      if (annotation === undefined || listOf(tls).length > 0 || listOf(rules).length === 0) { continue; }
      const hosts = [...new Set(listOf(rules).map(rule => textOf(recordOf(rule).host)).filter(host => host !== ''))];
      yield {
        object,
        path: pointer('metadata', 'annotations', annotation),
        message: `${titleOf(object)} names an issuer and has no tls: cert-manager makes no certificate for it`,
        fix: `add to spec: tls: [{hosts: [${hosts.join(', ')}], secretName: ${textOf(object.metadata?.name)}-tls}], or remove the annotation`,
      };
    }
  },
  bad: example(''),
  good: example('tls: [{hosts: [web.example.com], secretName: web-tls}], '),
};

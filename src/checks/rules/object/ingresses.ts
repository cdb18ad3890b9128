import { example } from './examples';
import { Broken, Rule, isGiven, isText, rulesFor } from './rule';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { PATH_SEGMENT } from '../../../kubernetes/formats/other-names';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

function ingressExample(path: string): string {
  return example('Ingress', 'networking.k8s.io/v1', `spec: {rules: [{http: {paths: [${path}]}}]}`);
}

export const ingressBackend: Rule = {
  id: 'ingress-backend',
  why: 'requests go to one place: a port of a Service by name or number, or another object',
  fix: 'write backend.service.name and one of port.name and port.number, or backend.resource',
  bad: ingressExample('{path: /, pathType: Prefix, backend: {service: {name: web}}}'),
  good: ingressExample('{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}'),
};

export const ingressPath: Rule = {
  id: 'ingress-path',
  why: 'Exact and Prefix compare paths piece by piece, so a path starts at the root and has no empty, . or .. pieces',
  fix: "write a path that starts with '/', without '//', '/./', '/../' and '%2f'",
  bad: ingressExample('{path: //a, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}'),
  good: ingressExample('{path: /a, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}'),
};

export const ingressRulesRule: Rule = {
  id: 'ingress-rules',
  why: 'an Ingress without rules and without a default backend sends requests nowhere',
  fix: 'add rules or defaultBackend',
  bad: example('Ingress', 'networking.k8s.io/v1', 'spec: {rules: []}'),
  good: example('Ingress', 'networking.k8s.io/v1', 'spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}'),
};

export const ingressClassAnnotation: Rule = {
  id: 'ingress-class-annotation',
  why: 'the old annotation and ingressClassName name the same thing',
  fix: 'remove the annotation kubernetes.io/ingress.class',
  bad: [
    'apiVersion: networking.k8s.io/v1', 'kind: Ingress', 'metadata: {name: web, annotations: {kubernetes.io/ingress.class: a}}',
    'spec: {ingressClassName: b, defaultBackend: {service: {name: web, port: {number: 80}}}}', '',
  ].join('\n'),
  good: example('Ingress', 'networking.k8s.io/v1', 'spec: {ingressClassName: b, defaultBackend: {service: {name: web, port: {number: 80}}}}'),
};

export const ingressClassParameters: Rule = {
  id: 'ingress-class-parameters',
  why: 'parameters of an IngressClass are a cluster-scoped object or of a namespace, and only the latter has one',
  fix: 'write namespace with scope: Namespace, and only there',
  bad: example('IngressClass', 'networking.k8s.io/v1', 'spec: {controller: example.com/a, parameters: {kind: A, name: a, scope: Cluster, namespace: b}}'),
  good: example('IngressClass', 'networking.k8s.io/v1', 'spec: {controller: example.com/a, parameters: {kind: A, name: a, scope: Namespace, namespace: b}}'),
};

export const ingressRules: ObjectCheck = rulesFor(
  ['networking.k8s.io/Ingress'], [ingressBackend, ingressPath, ingressRulesRule, ingressClassAnnotation],
  (ingress, broken) => {
    const spec = recordOf(ingress.spec);
    const rules = listOf(spec.rules);
    if (rules.length === 0 && !isGiven(spec.defaultBackend)) { broken(ingressRulesRule, '/spec', 'the Ingress has neither rules nor a default backend'); }
    if (isRecord(spec.defaultBackend)) { checkBackend(spec.defaultBackend, '/spec/defaultBackend', broken); }
    rules.forEach((rule, index) => checkRule(rule, `/spec/rules/${index}`, broken));
    const annotation = recordOf(ingress.metadata?.annotations)['kubernetes.io/ingress.class'];
    if (isGiven(annotation) && isGiven(spec.ingressClassName) && annotation !== spec.ingressClassName) {
      broken(ingressClassAnnotation, '/metadata/annotations/kubernetes.io~1ingress.class', `the annotation says ${show(annotation)}, ingressClassName ${show(spec.ingressClassName)}`);
    }
  },
);

function checkRule(rule: unknown, at: string, broken: Broken) {
  listOf(recordOf(recordOf(rule).http).paths).forEach((entry, index) => {
    if (!isRecord(entry)) { return; }
    checkPath(entry, `${at}/http/paths/${index}/path`, broken);
    if (isRecord(entry.backend)) { checkBackend(entry.backend, `${at}/http/paths/${index}/backend`, broken); }
  });
}

const BAD_PIECES = ['//', '/./', '/../', '%2f', '%2F'];
const BAD_ENDS = ['/..', '/.'];

function checkPath({ path, pathType }: Record<string, any>, at: string, broken: Broken) {
  const text = path ?? '';
  if (typeof text !== 'string') { return; }
  const strict = pathType === 'Exact' || pathType === 'Prefix';
  if (!text.startsWith('/') && (strict || pathType === 'ImplementationSpecific' && text !== '')) {
    broken(ingressPath, at, `${show(text)} does not start with '/'`, "start the path with '/'");
  }
  if (!strict) { return; }
  const piece = BAD_PIECES.find(bad => text.includes(bad)) ?? BAD_ENDS.find(bad => text.endsWith(bad));
  if (piece) { broken(ingressPath, at, `${show(text)} has '${piece}' in it`); }
}

function checkBackend(backend: Record<string, any>, at: string, broken: Broken) {
  if (isGiven(backend.service) && isGiven(backend.resource)) {
    broken(ingressBackend, `${at}/resource`, 'the backend is both a Service and another object', 'leave one of service and resource');
  } else if (!isGiven(backend.service) && !isGiven(backend.resource)) {
    broken(ingressBackend, at, 'the backend is neither a Service nor another object');
  } else if (isRecord(backend.resource)) {
    checkResource(backend.resource, `${at}/resource`, broken);
  } else if (isRecord(backend.service)) {
    const { name, number } = recordOf(backend.service.port);
    const both = isText(name) && Boolean(number);
    if (both) { broken(ingressBackend, `${at}/service/port`, 'the port is given by name and by number', 'leave one of them'); }
    if (!isText(name) && !number) { broken(ingressBackend, `${at}/service/port`, 'the backend does not say which port of the Service', 'add port.number or port.name'); }
  }
}

function checkResource(resource: Record<string, any>, at: string, broken: Broken) {
  if (isGiven(resource.apiGroup) && !DNS_SUBDOMAIN.fits(textOf(resource.apiGroup))) {
    broken(ingressBackend, `${at}/apiGroup`, `${show(resource.apiGroup)} is no API group`, 'name the API group, or leave apiGroup out for the core group');
  }
  for (const field of ['kind', 'name']) {
    const value = resource[field];
    if (!isText(value) || !PATH_SEGMENT.fits(value)) {
      broken(ingressBackend, `${at}/${field}`, `${show(value ?? '')} is no ${field} of an object`, `write the ${field}`);
    }
  }
}

export const ingressClassRules: ObjectCheck = rulesFor(['networking.k8s.io/IngressClass'], [ingressClassParameters], (ingressClass, broken) => {
  const { parameters } = recordOf(ingressClass.spec);
  if (!isRecord(parameters)) { return; }
  const at = '/spec/parameters/namespace';
  if (parameters.scope === 'Namespace' && !isGiven(parameters.namespace)) { broken(ingressClassParameters, at, 'the scope is Namespace, but no namespace is named', 'add namespace'); }
  if ((parameters.scope ?? 'Cluster') === 'Cluster' && isGiven(parameters.namespace)) {
    broken(ingressClassParameters, at, 'the scope is Cluster, but a namespace is named', 'remove namespace, or write scope: Namespace');
  }
});

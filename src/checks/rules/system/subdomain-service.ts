import { isAbsent, mendAbsence, severityOfAbsence } from './absence';
import { objectYaml, podYaml, together } from './examples';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Reference } from '../../../manifest/references/reference';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (spec: string) => together(
  podYaml('hostname: web-a', 'subdomain: peers', 'containers: [{name: web, image: httpd:2.4.62}]'),
  objectYaml('v1', 'Service', 'peers', `spec: {${spec}selector: {app: web}, ports: [{port: 80}]}`));

export const subdomainService: Check = {
  id: 'subdomain-service',
  why: 'a pod with a hostname and a subdomain has the DNS name `hostname.subdomain.namespace.svc` only through a headless Service that is called like the subdomain and selects the pod',
  severity: 'warning',
  run: function* (_, context) {
    for (const pods of context.references.pods.all) {
      const problem = problemOf(pods, context);
      if (problem) { yield { object: pods.workload, path: `${pods.template.path}/spec/subdomain`, ...problem }; }
    }
  },
  bad: example(''),
  good: example('clusterIP: None, '),
};

function problemOf(pods: Pods, context: CheckContext): Omit<SystemProblem, 'object' | 'path'> | undefined {
  const { workload, namespace, template: { spec, path } } = pods;
  const { subdomain: name } = spec;
  // A StatefulSet writes its serviceName there itself; without a hostname nobody asks for the name.
  if (typeof name !== 'string' || name === '' || !hasHostname(pods) || workload.kind === 'StatefulSet') { return undefined; }
  const subject = `${titleOf(workload)} has the subdomain '${name}'`;
  const service = context.references.inventory.findIn('Service', namespace, name);
  if (!service) {
    const reference: Reference = { from: workload, path: `${path}/spec/subdomain`, relation: 'governed by', group: '', kind: 'Service', namespace, name };
    return isAbsent(context, reference) ? {
      severity: severityOfAbsence(context, 'Service', namespace),
      message: `${subject}, and a Service of that name is neither among the manifests nor declared: its pods have no DNS name of their own`,
      ...mendAbsence(reference),
    } : undefined;
  }
  const { clusterIP, selector } = recordOf(service.spec);
  if (clusterIP !== 'None') {
    return { message: `${subject}, and ${titleOf(service)} is not headless: its pods have no DNS name of their own`, fix: `write clusterIP: None in ${titleOf(service)}` };
  }
  if (!isRecord(selector) || context.references.pods.matches({ matchLabels: selector }, pods)) { return undefined; }
  return { message: `${subject}, and ${titleOf(service)} does not select its pods: they have no DNS name of their own`, fix: `write labels of the pods in the selector of ${titleOf(service)}` };
}

/** The pods of an indexed Job get one from its controller. */
function hasHostname({ workload, template: { spec } }: Pods): boolean {
  return Boolean(spec.hostname) || (workload.kind === 'Job' && recordOf(workload.spec).completionMode === 'Indexed');
}

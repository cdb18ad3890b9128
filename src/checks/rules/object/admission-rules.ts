import { example } from './examples';
import { Broken, Rule } from './rule';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const webhook = (operations: string) => example('ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1',
  'webhooks: [{name: a.example.com, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {service: {name: a, namespace: b}}, ' +
  `rules: [{operations: ${operations}, apiGroups: [''], apiVersions: [v1], resources: [pods]}]}]`);

export const admissionRule: Rule = {
  id: 'admission-rule',
  why: "a webhook or a policy says which operations on which resources it wants to see; '*' stands for all and stands alone",
  severity: 'error',
  fix: "write operations, apiGroups, apiVersions and resources, each with names or '*' alone",
  bad: webhook("['*', CREATE]"),
  good: webhook('[CREATE]'),
};

/** Which requests a webhook or a policy wants to see. */
export function checkAdmissionRule(rule: Record<string, any>, at: string, broken: Broken) {
  for (const field of ['operations', 'apiGroups', 'apiVersions', 'resources']) {
    const values = listOf(rule[field]);
    if (values.length === 0) { broken(admissionRule, `${at}/${field}`, `the rule has no ${field}`, `add ${field}`); }
    if (values.length > 1 && field !== 'resources' && values.includes('*')) {
      broken(admissionRule, `${at}/${field}`, `'*' stands beside other ${field}`, "write '*' alone");
    }
    // The server reads null as an empty text.
    if (field !== 'operations' && field !== 'apiGroups' && values.some(value => value === '' || value === null)) { broken(admissionRule, `${at}/${field}`, `one of ${field} is empty`, 'remove it'); }
  }
  checkResources(listOf(rule.resources), `${at}/resources`, broken);
}

/** `*` covers every plain resource, `a/*` the subresources of one; the server looks at what comes after only. */
function checkResources(resources: readonly any[], at: string, broken: Broken) {
  if (resources.includes('*/*') && resources.length > 1) { broken(admissionRule, at, "'*/*' stands beside other resources", "write '*/*' alone"); }
  const texts = resources.map(textOf);
  const plain = texts.filter(resource => !resource.includes('/'));
  if (plain.includes('*') && plain[plain.length - 1] !== '*') { broken(admissionRule, at, "'*' stands beside other resources", "write '*' alone"); }
  const covering = new Set<string>();
  texts.forEach((resource, index) => {
    const [name, subresource] = resource.split('/');
    if (subresource === undefined || resource === '*/*') { return; }
    if (covering.has(`${name}/*`) || covering.has(`*/${subresource}`)) { broken(admissionRule, `${at}/${index}`, `${show(resource)} is covered by an entry before`, 'remove it'); }
    if (name === '*' || subresource === '*') { covering.add(resource); }
  });
}

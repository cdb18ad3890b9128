import { example } from './examples';
import { SELECTOR_RULES, checkLabelSelector } from './label-selector';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText, rulesFor } from './rule';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const GROUP = 'admissionregistration.k8s.io';

function webhookExample(...fields: string[]): string {
  return example('ValidatingWebhookConfiguration', `${GROUP}/v1`,
    `webhooks: [{name: a.example.com, admissionReviewVersions: [v1], sideEffects: None, ${fields.join(', ')}}]`);
}

const CLIENT = 'clientConfig: {service: {name: a, namespace: b}}';

export const webhookClient: Rule = {
  id: 'webhook-client',
  why: 'the API server calls a webhook in one way, over TLS: at a URL, or through a Service',
  fix: 'write exactly one of clientConfig.url (https) and clientConfig.service',
  bad: webhookExample('clientConfig: {}'),
  good: webhookExample(CLIENT),
};

export const webhookRules: Rule = {
  id: 'webhook-rule',
  why: "a webhook says which operations on which resources it wants to see; '*' stands for all and stands alone",
  fix: "write operations, apiGroups, apiVersions and resources, each with names or '*' alone",
  bad: webhookExample(CLIENT, "rules: [{operations: ['*', CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods]}]"),
  good: webhookExample(CLIENT, "rules: [{operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods]}]"),
};

export const webhookVersions: Rule = {
  id: 'webhook-versions',
  why: 'the API server and a webhook must speak a common version, and what is tried out with a dry run must change nothing',
  fix: 'write admissionReviewVersions: [v1] and sideEffects: None or NoneOnDryRun, and give each webhook a name of its own',
  bad: webhookExample(CLIENT).replace('[v1]', '[v2]'),
  good: webhookExample(CLIENT),
};

export const webhookConfigurationRules: ObjectCheck = rulesFor(
  [`${GROUP}/ValidatingWebhookConfiguration`, `${GROUP}/MutatingWebhookConfiguration`], [webhookClient, webhookRules, webhookVersions, ...SELECTOR_RULES],
  (configuration, broken) => {
    const webhooks = listOf(configuration.webhooks);
    forRepeated(webhooks, webhook => recordOf(webhook).name, (webhook, index) =>
      broken(webhookVersions, `/webhooks/${index}/name`, `another webhook is already called ${show(webhook.name)}`, 'take another name'));
    forRecords(webhooks, (webhook, index) => checkWebhook(webhook, `/webhooks/${index}`, broken));
  },
);

function checkWebhook(webhook: Record<string, any>, at: string, broken: Broken) {
  const { clientConfig, admissionReviewVersions, sideEffects } = webhook;
  if (isRecord(clientConfig)) { checkWebhookClient(clientConfig, webhookClient, `${at}/clientConfig`, broken); }
  forRepeated(listOf(admissionReviewVersions), version => version, (version, index) =>
    broken(webhookVersions, `${at}/admissionReviewVersions/${index}`, `the version ${show(version)} is there already`, 'remove it'));
  if (!listOf(admissionReviewVersions).some(version => version === 'v1' || version === 'v1beta1')) {
    broken(webhookVersions, `${at}/admissionReviewVersions`, 'none of the versions is one that the API server speaks', 'write [v1]');
  }
  if (isText(sideEffects) && sideEffects !== 'None' && sideEffects !== 'NoneOnDryRun') {
    broken(webhookVersions, `${at}/sideEffects`, `sideEffects is ${show(sideEffects)}`, 'write None or NoneOnDryRun');
  }
  checkLabelSelector(webhook.namespaceSelector, `${at}/namespaceSelector`, broken);
  checkLabelSelector(webhook.objectSelector, `${at}/objectSelector`, broken);
  forRecords(webhook.rules, (rule, index) => checkRule(rule, `${at}/rules/${index}`, broken));
}

/** Where the API server finds a webhook: exactly one of a URL and a Service. */
export function checkWebhookClient({ url, service }: Record<string, any>, rule: Rule, at: string, broken: Broken) {
  if (isGiven(url) === isGiven(service)) {
    broken(rule, at, `the webhook has ${isGiven(url) ? 'both' : 'neither'} url and service`, 'write exactly one of url and service');
  }
  if (isText(url) && !isHttps(url)) { broken(rule, `${at}/url`, `${show(url)} is no https URL without user, query and fragment`, 'write https://host:port/path'); }
  const path = recordOf(service).path;
  if (isText(path) && path !== '/' && !(path.startsWith('/') && path.slice(1).replace(/\/$/, '').split('/').every(DNS_SUBDOMAIN.fits))) {
    broken(rule, `${at}/service/path`, `${show(path)} is no path of pieces in lower case`, 'write a path such as /validate');
  }
}

function isHttps(text: string): boolean {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' && !url.username && !url.password && !text.includes('?') && !text.includes('#');
  } catch {
    return false;
  }
}

function checkRule(rule: Record<string, any>, at: string, broken: Broken) {
  for (const field of ['operations', 'apiGroups', 'apiVersions', 'resources']) {
    const values = listOf(rule[field]);
    if (values.length === 0) { broken(webhookRules, `${at}/${field}`, `the rule has no ${field}`, `add ${field}`); }
    if (values.length > 1 && field !== 'resources' && values.includes('*')) {
      broken(webhookRules, `${at}/${field}`, `'*' stands beside other ${field}`, "write '*' alone");
    }
    if (field !== 'operations' && field !== 'apiGroups' && values.includes('')) { broken(webhookRules, `${at}/${field}`, `one of ${field} is empty`, 'remove it'); }
  }
  checkResources(listOf(rule.resources), `${at}/resources`, broken);
}

/** `*` covers every plain resource, `a/*` the subresources of one; the server looks at what comes after only. */
function checkResources(resources: readonly any[], at: string, broken: Broken) {
  if (resources.includes('*/*') && resources.length > 1) { broken(webhookRules, at, "'*/*' stands beside other resources", "write '*/*' alone"); }
  const texts = resources.map(textOf);
  const plain = texts.filter(resource => !resource.includes('/'));
  if (plain.includes('*') && plain[plain.length - 1] !== '*') { broken(webhookRules, at, "'*' stands beside other resources", "write '*' alone"); }
  const covering = new Set<string>();
  texts.forEach((resource, index) => {
    const [name, subresource] = resource.split('/');
    if (subresource === undefined || resource === '*/*') { return; }
    if (covering.has(`${name}/*`) || covering.has(`*/${subresource}`)) { broken(webhookRules, `${at}/${index}`, `${show(resource)} is covered by an entry before`, 'remove it'); }
    if (name === '*' || subresource === '*') { covering.add(resource); }
  });
}

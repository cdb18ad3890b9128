import { admissionRule, checkAdmissionRule } from './admission-rules';
import { example } from './examples';
import { admissionEnvironment } from './expressions';
import { SELECTOR_RULES, checkLabelSelector } from './label-selector';
import { MATCH_CONDITION_RULES, checkMatchConditions } from './match-conditions';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText, rulesFor } from './rule';
import { CelEnvironment } from '../../../kubernetes/cel/compile';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
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

export const webhookVersions: Rule = {
  id: 'webhook-versions',
  why: 'the API server and a webhook must speak a common version, and what is tried out with a dry run must change nothing',
  fix: 'write admissionReviewVersions: [v1] and sideEffects: None or NoneOnDryRun, and give each webhook a name of its own',
  bad: webhookExample(CLIENT).replace('[v1]', '[v2]'),
  good: webhookExample(CLIENT),
};

export const webhookConfigurationRules: ObjectCheck = rulesFor(
  [`${GROUP}/ValidatingWebhookConfiguration`, `${GROUP}/MutatingWebhookConfiguration`], [webhookClient, admissionRule, webhookVersions, ...SELECTOR_RULES, ...MATCH_CONDITION_RULES],
  (configuration, broken, model) => {
    const environment = admissionEnvironment(model, { params: false, authorizer: true });
    const webhooks = listOf(configuration.webhooks);
    forRepeated(webhooks, webhook => recordOf(webhook).name, (webhook, index) =>
      broken(webhookVersions, `/webhooks/${index}/name`, `another webhook is already called ${show(webhook.name)}`, 'take another name'));
    forRecords(webhooks, (webhook, index) => checkWebhook(webhook, environment, `/webhooks/${index}`, broken));
  },
);

function checkWebhook(webhook: Record<string, any>, environment: CelEnvironment, at: string, broken: Broken) {
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
  forRecords(webhook.rules, (rule, index) => checkAdmissionRule(rule, `${at}/rules/${index}`, broken));
  checkMatchConditions(webhook.matchConditions, environment, `${at}/matchConditions`, broken);
}

/** Where the API server finds a webhook: exactly one of a URL and a Service. */
export function checkWebhookClient({ url, service }: Record<string, any>, rule: Rule, at: string, broken: Broken) {
  if (isGiven(url) === isGiven(service)) {
    broken(rule, at, `the webhook has ${isGiven(url) ? 'both' : 'neither'} url and service`, 'write exactly one of url and service');
  }
  if (typeof url === 'string' && !isHttps(url)) { broken(rule, `${at}/url`, `${show(url)} is no https URL without user, query and fragment`, 'write https://host:port/path'); }
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

import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { podExample } from '../object/examples';
import { Broken, Rule, forRecords, forRepeated, isBelow, isGiven, isText, rulesFor } from '../object/rule';

export const nullLabelSelector: Rule = {
  id: 'null-label-selector',
  why: 'a term without labelSelector is about no Pods at all, so it has no effect',
  severity: 'warning',
  since: '1.28',
  fix: 'write a labelSelector that selects the Pods of this workload; an empty one, {}, is about all Pods',
  bad: podExample('topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway}]'),
  good: podExample('topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}]'),
};

export const hostAlias: Rule = {
  id: 'duplicate-host-alias',
  why: 'lines of /etc/hosts with one address belong together, and an update may lose one of them',
  severity: 'warning',
  fix: 'write each address once, with all its host names',
  bad: podExample('hostAliases: [{ip: 10.0.0.1, hostnames: [a]}, {ip: 10.0.0.1, hostnames: [b]}]'),
  good: podExample('hostAliases: [{ip: 10.0.0.1, hostnames: [a, b]}]'),
};

export const imagePullSecrets: Rule = {
  id: 'image-pull-secret-name',
  why: 'a Secret without a name is none, and of two with one name an update may lose either',
  severity: 'warning',
  fix: 'name each Secret once',
  bad: podExample('imagePullSecrets: [{name: registry}, {name: registry}]'),
  good: podExample('imagePullSecrets: [{name: registry}]'),
};

export const gracePeriod: Rule = {
  id: 'negative-grace-period',
  why: 'the server takes a negative grace period as one second',
  severity: 'warning',
  fix: 'write the seconds that the containers need to end, from 0 up',
  bad: podExample('terminationGracePeriodSeconds: -1'),
  good: podExample('terminationGracePeriodSeconds: 1'),
};

export const podWarnings: ObjectCheck = rulesFor(['/Pod'], [nullLabelSelector, hostAlias, imagePullSecrets, gracePeriod], (pod, broken) => {
  const spec = recordOf(pod.spec);
  forRecords(spec.topologySpreadConstraints, (spread, index) => checkSelector(spread, `/spec/topologySpreadConstraints/${index}`, broken));
  if (isGiven(spec.affinity)) { checkAffinity(recordOf(spec.affinity), broken); }
  forRepeated(listOf(spec.hostAliases), alias => recordOf(alias).ip, ({ ip }, index) =>
    broken(hostAlias, `/spec/hostAliases/${index}/ip`, `${show(ip)} is there already`));
  const secrets = listOf(spec.imagePullSecrets);
  forRepeated(secrets, secret => recordOf(secret).name, ({ name }, index) =>
    broken(imagePullSecrets, `/spec/imagePullSecrets/${index}/name`, `${show(name)} is there already`));
  secrets.forEach((secret, index) => {
    if (!isText(recordOf(secret).name)) { broken(imagePullSecrets, `/spec/imagePullSecrets/${index}/name`, 'the Secret has no name'); }
  });
  if (isBelow(spec.terminationGracePeriodSeconds, 0)) {
    broken(gracePeriod, '/spec/terminationGracePeriodSeconds', `terminationGracePeriodSeconds is ${spec.terminationGracePeriodSeconds}`);
  }
});

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function checkAffinity(affinity: Record<string, any>, broken: Broken) {
  for (const kind of ['podAffinity', 'podAntiAffinity']) {
    const at = `/spec/affinity/${kind}`;
    const terms = recordOf(affinity[kind]);
    forRecords(terms[REQUIRED], (term, index) => checkSelector(term, `${at}/${REQUIRED}/${index}`, broken));
    forRecords(terms[PREFERRED], (term, index) => checkSelector(recordOf(term.podAffinityTerm), `${at}/${PREFERRED}/${index}/podAffinityTerm`, broken));
  }
}

function checkSelector({ labelSelector, matchLabelKeys, mismatchLabelKeys }: Record<string, any>, at: string, broken: Broken) {
  // With keys it is refused.
  if (!isGiven(labelSelector) && [...listOf(matchLabelKeys), ...listOf(mismatchLabelKeys)].length === 0) { broken(nullLabelSelector, `${at}/labelSelector`, 'there is no labelSelector, so this is about no Pods'); }
}

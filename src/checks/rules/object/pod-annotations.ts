import { ContainerAt } from './pod';
import { Broken, Rule, isText } from './rule';
import { checkToleration, tolerations } from './scheduling';
import { LABEL_KEY, LABEL_VALUE } from '../../../kubernetes/formats/label';
import { Manifest, isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';

function annotated(annotation: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {${annotation}}}\nspec: {containers: [{name: web, image: 'httpd:2.4'}]}\n`;
}

export const profileAnnotations: Rule = {
  id: 'profile-annotation',
  why: 'AppArmor annotations name a container and a profile, and seccomp annotations must agree with the fields that replaced them',
  fix: 'name a container that exists and a profile: runtime/default, unconfined or localhost/<profile>; for seccomp write securityContext.seccompProfile instead',
  bad: annotated('container.apparmor.security.beta.kubernetes.io/wbe: runtime/default'),
  good: annotated('container.apparmor.security.beta.kubernetes.io/web: runtime/default'),
};

export const deletionCost: Rule = {
  id: 'pod-deletion-cost',
  why: 'a ReplicaSet that shrinks deletes the cheapest Pods first, and compares their costs as numbers',
  fix: "write a whole number of 32 bits in quotes, such as '100'",
  bad: annotated('controller.kubernetes.io/pod-deletion-cost: cheap'),
  good: annotated("controller.kubernetes.io/pod-deletion-cost: '-10'"),
};

export const POD_ANNOTATION_RULES = [profileAnnotations, deletionCost];

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

export function checkPodAnnotations(pod: Manifest, containers: readonly ContainerAt[], broken: Broken) {
  const annotations = pod.metadata?.annotations;
  if (!isRecord(annotations)) { return; }
  const spec = recordOf(pod.spec);
  for (const key of Object.keys(annotations)) {
    const value = annotations[key];
    const path = `/metadata/annotations${pointer(key)}`;
    if (key === TOLERATIONS) {
      checkTolerations(value, path, broken);
    } else if (key === DELETION_COST) {
      checkCost(value, path, broken);
    } else if (key.startsWith(APPARMOR)) {
      checkAppArmor(key.slice(APPARMOR.length), value, containers, path, broken);
    } else if (key === SECCOMP_OF_POD) {
      checkSeccomp(value, recordOf(spec.securityContext).seccompProfile, path, broken);
    } else if (key.startsWith(SECCOMP_OF_CONTAINER)) {
      const found = containers.find(({ container }) => container.name === key.slice(SECCOMP_OF_CONTAINER.length));
      checkSeccomp(value, recordOf(found?.container.securityContext).seccompProfile, path, broken);
    }
  }
}

const MAX_INT32 = 2 ** 31 - 1;

function checkCost(value: unknown, path: string, broken: Broken) {
  if (typeof value !== 'string') { return; }
  const cost = /^(0|-\d+|[1-9]\d*)$/.test(value) ? Number(value) : NaN;
  if (!(cost >= -MAX_INT32 - 1 && cost <= MAX_INT32)) { broken(deletionCost, path, `${show(value)} is no whole number of 32 bits`); }
}

/** The tolerations in the deprecated annotation are ignored, but the server still wants them to be right. */
function checkTolerations(value: unknown, path: string, broken: Broken) {
  if (!isText(value)) { return; }
  const list = parsed(value);
  if (list === null) { return; }
  if (!Array.isArray(list) || !list.every(isReadable)) {
    broken(tolerations, path, `${show(value)} is no list of tolerations in JSON`, 'write spec.tolerations instead');
    return;
  }
  const brokenHere: Broken = (rule, _, message) => broken(rule, path, message, 'write spec.tolerations instead');
  for (const toleration of list.map(withFieldNames)) {
    checkToleration(toleration, path, brokenHere);
    const fault = wordFault(toleration);
    if (fault) { brokenHere(tolerations, path, fault); }
  }
}

const TOLERATION_FIELDS = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'];

/** Go reads the names of fields in JSON in any case. */
function withFieldNames(item: unknown): Record<string, any> {
  const fieldNamed = (name: string) => TOLERATION_FIELDS.find(field => field.toLowerCase() === name.toLowerCase()) ?? name;
  const named = Object.entries(recordOf(item)).map(([name, value]) => [fieldNamed(name), value]);
  return Object.fromEntries(named.filter(([, value]) => value !== null));
}

function isReadable(item: unknown): boolean {
  if (item !== null && !isRecord(item)) { return false; }
  const { tolerationSeconds = 0, ...others } = withFieldNames(item);
  return Number.isInteger(tolerationSeconds) && TOLERATION_FIELDS.every(field => others[field] === undefined || typeof others[field] === 'string');
}

const OPERATORS = ['', 'Equal', 'Exists'];
const EFFECTS = ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** What the schema says of a toleration elsewhere; an annotation has none. */
function wordFault({ key = '', operator = '', value = '', effect = '' }: Record<string, any>): string | undefined {
  if (key !== '' && !LABEL_KEY.fits(key)) { return `${show(key)} is no key of a taint`; }
  if (!OPERATORS.includes(operator)) { return `there is no operator ${show(operator)} in this annotation`; }
  if (operator !== 'Exists' && !LABEL_VALUE.fits(value)) { return `${show(value)} is no value of a taint`; }
  return EFFECTS.includes(effect) ? undefined : `there is no effect ${show(effect)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkAppArmor(name: string, profile: unknown, containers: readonly ContainerAt[], path: string, broken: Broken) {
  if (!containers.some(({ container }) => container.name === name)) {
    broken(profileAnnotations, path, `the annotation is for a container ${show(name)}, and there is none`);
  }
  if (isText(profile) && profile !== 'runtime/default' && profile !== 'unconfined' && !profile.startsWith('localhost/')) {
    broken(profileAnnotations, path, `${show(profile)} is no AppArmor profile`);
  }
}

const SECCOMP_PROFILES = ['runtime/default', 'docker/default', 'unconfined'];

function checkSeccomp(value: unknown, profile: unknown, path: string, broken: Broken) {
  if (typeof value !== 'string') { return; }
  const file = value.startsWith('localhost/') ? value.slice('localhost/'.length) : undefined;
  if (!SECCOMP_PROFILES.includes(value) && (file === undefined || file.startsWith('/') || file.split('/').includes('..'))) {
    broken(profileAnnotations, path, `${show(value)} is no seccomp profile`);
  } else if (isRecord(profile) && isText(profile.type) && !annotationsFor(profile).includes(value)) {
    broken(profileAnnotations, path, `the annotation says ${show(value)}, the field ${show(profile.type)}`);
  }
}

/** What the annotation may say beside the field. */
function annotationsFor({ type, localhostProfile }: Record<string, any>): string[] {
  switch (type) {
    case 'Unconfined': return ['unconfined'];
    case 'RuntimeDefault': return ['runtime/default', 'docker/default'];
    default: return [`localhost/${localhostProfile}`];
  }
}

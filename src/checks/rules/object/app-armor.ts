import { podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, isGiven } from './rule';
import { Manifest, isRecord, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const appArmorProfile: Rule = {
  id: 'app-armor-profile',
  why: 'a profile of the node is named in localhostProfile, and only type Localhost reads it; an annotation of old must not say something else',
  since: '1.30',
  fix: 'write localhostProfile with type: Localhost, and only there; remove the annotation',
  bad: podExample('securityContext: {appArmorProfile: {type: RuntimeDefault, localhostProfile: a}}'),
  good: podExample('securityContext: {appArmorProfile: {type: Localhost, localhostProfile: a}}'),
};

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';
const MAX_PROFILE = 4095;

export function checkAppArmor(pod: Manifest, containers: readonly ContainerAt[], broken: Broken) {
  const ofPod = recordOf(recordOf(pod.spec).securityContext).appArmorProfile;
  checkProfile(ofPod, '/spec/securityContext/appArmorProfile', broken);
  for (const { container, at } of containers) {
    const own = recordOf(container.securityContext).appArmorProfile;
    const path = `${at}/securityContext/appArmorProfile`;
    checkProfile(own, path, broken);
    const annotation = annotationFor(container, pod);
    // Of a Pod the server takes a profile from the annotation, so that the one of the whole Pod does not count.
    const profile = own ?? (annotation !== undefined && isProfile(annotation) ? undefined : ofPod);
    if (annotation !== undefined && isRecord(profile)) { checkAnnotation(annotation, profile, path, broken); }
  }
}

/** In a template the annotation stays an annotation, and must say what the profile of the whole Pod says. */
export function checkAppArmorOfTemplate(pod: Manifest, containers: readonly ContainerAt[], broken: Broken) {
  const ofPod = recordOf(recordOf(pod.spec).securityContext).appArmorProfile;
  for (const { container, at } of containers) {
    const annotation = annotationFor(container, pod);
    if (annotation === undefined || !isRecord(ofPod) || isGiven(recordOf(container.securityContext).appArmorProfile)) { continue; }
    checkAnnotation(annotation, ofPod, `${at}/securityContext/appArmorProfile`, broken);
  }
}

const LOCALHOST = 'localhost/';

/** True for an annotation of which the server makes a profile. */
function isProfile(annotation: string): boolean {
  if (!annotation.startsWith(LOCALHOST)) { return annotation === 'unconfined' || annotation === 'runtime/default'; }
  const name = annotation.slice(LOCALHOST.length);
  return name !== '' && name === name.trim() && Buffer.byteLength(name) <= MAX_PROFILE;
}

function annotationFor(container: Record<string, any>, pod: Manifest): string | undefined {
  const annotation = recordOf(pod.metadata?.annotations)[ANNOTATION + textOf(container.name)];
  return typeof annotation === 'string' && recordOf(recordOf(pod.spec).os).name !== 'windows' ? annotation : undefined;
}

function checkProfile(profile: unknown, at: string, broken: Broken) {
  if (!isRecord(profile)) { return; }
  const { type, localhostProfile } = profile;
  if (type !== 'Localhost') {
    if (isGiven(localhostProfile)) { broken(appArmorProfile, `${at}/localhostProfile`, `localhostProfile works with type Localhost only, not with ${show(type ?? '')}`); }
  } else if (!isGiven(localhostProfile) || localhostProfile === '') {
    broken(appArmorProfile, `${at}/localhostProfile`, 'type is Localhost, but no profile of the node is named', 'add localhostProfile, or write type: RuntimeDefault');
  } else if (typeof localhostProfile === 'string' && localhostProfile !== localhostProfile.trim()) {
    broken(appArmorProfile, `${at}/localhostProfile`, `there are spaces around ${show(localhostProfile)}`, 'remove the spaces');
  } else if (typeof localhostProfile === 'string' && Buffer.byteLength(localhostProfile) > MAX_PROFILE) {
    broken(appArmorProfile, `${at}/localhostProfile`, `the name of the profile has more than ${MAX_PROFILE} characters`, 'write the path of the profile');
  }
}

/** What the annotation says where the field has this type. */
const SAME: Readonly<Record<string, (profile: Record<string, any>) => string>> = {
  Unconfined: () => 'unconfined',
  RuntimeDefault: () => 'runtime/default',
  Localhost: ({ localhostProfile }) => `${LOCALHOST}${localhostProfile}`,
};

function checkAnnotation(annotation: string, profile: Record<string, any>, at: string, broken: Broken) {
  const same = typeof profile.type === 'string' && Object.hasOwn(SAME, profile.type) ? SAME[profile.type](profile) : annotation;
  if (annotation !== same) { broken(appArmorProfile, at, `the annotation for this container says ${show(annotation)}, the field ${show(profile.type)}`, 'remove the annotation'); }
}

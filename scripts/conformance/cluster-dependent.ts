import { DNS_SUBDOMAIN } from '../../src/kubernetes/formats/dns-subdomain';
import { Manifest, recordOf } from '../../src/kubernetes/manifest';

interface Pattern {
  readonly why: string;
  readonly code?: number;
  readonly message: RegExp;
  /** Of a Pod: only if it names an object here that not every cluster has. */
  readonly names?: 'priorityClassName' | 'runtimeClassName';
  /** Of a Pod: only if what it names here can exist. */
  readonly mayExist?: 'priorityClassName' | 'runtimeClassName' | 'serviceAccountName';
}

/** Answers that another cluster may give otherwise: no offline check can know them. */
const PATTERNS: readonly Pattern[] = [
  { why: 'a namespace that is not there', code: 404, message: /^namespaces ".*" not found$/s },
  { why: 'a ServiceAccount that is not there', code: 403, message: /error looking up service account/, mayExist: 'serviceAccountName' },
  { why: 'a PriorityClass that is not there', code: 403, message: /no PriorityClass with name/, mayExist: 'priorityClassName' },
  { why: 'a RuntimeClass that is not there', code: 403, message: /pod rejected: RuntimeClass ".*" not found/s, mayExist: 'runtimeClassName' },
  { why: 'the overhead of the RuntimeClass', code: 403, message: /Pod Overhead set without|Pod's Overhead doesn't match/, names: 'runtimeClassName' },
  { why: 'the priority of the PriorityClass', code: 403, message: /priority admission controller computed/, names: 'priorityClassName' },
  { why: 'a label of the namespace', message: /admin access to devices requires the .* label on the containing namespace/ },
  { why: 'an object of this name is there', code: 409, message: /already exists/ },
  { why: 'the addresses of Services', message: /provided IP (\([^)]*\) )?is not in the valid range|provided (IP|port) is already allocated|not configured (on|for) this cluster|this cluster is not configured/ },
];

export const OTHER_KIND = 'a kind that is not built in';

/** Why a refusal says nothing of the object alone; undefined if it does. The code is asked for where it is known. */
export function dependsOnCluster(code: number | undefined, message: string, { spec }: Partial<Manifest>): string | undefined {
  return PATTERNS.filter(pattern => (code === undefined || (pattern.code ?? code) === code) && pattern.message.test(message))
    .find(({ names, mayExist }) => (!names || isOfCluster(recordOf(spec)[names])) && (!mayExist || isName(recordOf(spec)[mayExist])))?.why;
}

/** Nothing is the name of what every namespace has. */
function isName(name: unknown): boolean {
  return typeof name !== 'string' || name === '' || DNS_SUBDOMAIN.fits(name);
}

/** Every cluster has the classes of the system. */
function isOfCluster(name: unknown): boolean {
  return typeof name === 'string' && name !== '' && !name.startsWith('system-');
}

/** Answers that another cluster may give otherwise: no offline check can know them. */
const PATTERNS: readonly { readonly why: string; readonly code?: number; readonly message: RegExp }[] = [
  { why: 'a namespace that is not there', code: 404, message: /^namespaces ".*" not found$/s },
  { why: 'a ServiceAccount that is not there', code: 403, message: /error looking up service account/ },
  { why: 'a PriorityClass that is not there', code: 403, message: /no PriorityClass with name/ },
  { why: 'a RuntimeClass that is not there', code: 403, message: /pod rejected: RuntimeClass ".*" not found/s },
  { why: 'the RuntimeClass has another overhead', code: 403, message: /Overhead doesn't match RuntimeClass's defined Overhead/ },
  { why: 'an object of this name is there', code: 409, message: /already exists/ },
  { why: 'the addresses of Services', message: /provided IP (\([^)]*\) )?is not in the valid range|provided (IP|port) is already allocated|not configured (on|for) this cluster|this cluster is not configured/ },
];

export const OTHER_KIND = 'a kind that is not built in';

/** Why a refusal says nothing of the object alone; undefined if it does. */
export function dependsOnCluster(code: number, message: string): string | undefined {
  return PATTERNS.find(pattern => (pattern.code ?? code) === code && pattern.message.test(message))?.why;
}

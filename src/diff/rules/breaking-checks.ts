/**
 * Checks that only warn, for nobody knows the whole cluster, and of which something does not work any more where they begin to hold: what is not
 * reached, not scaled, not evicted, not written. Advice, and what concerns the text of one value alone, is left to `check`.
 */
export const BREAKING_WARNINGS: ReadonlySet<string> = new Set([
  // Services, names and ports
  'service-selects-pods', 'service-without-endpoints', 'service-mixes-workloads', 'port-not-served', 'monitor-selects-ports', 'unknown-host', 'unknown-pod-name',
  'headless-port', 'waits-for-itself', 'local-traffic-only', 'subdomain-service',
  // Ways in
  'route-matches-no-listener', 'route-not-allowed', 'missing-reference-grant', 'duplicate-route', 'tls-host', 'rewrite-without-group',
  // Policies
  'network-policy-selects-pods', 'policy-of-service-port', 'policy-port-name', 'policy-parts-members', 'policy-type-missing', 'policy-namespace-label', 'egress-without-dns',
  // Budgets, autoscalers and schedules
  'disruption-budget-selects-pods', 'eviction-blocked', 'overlapping-budgets', 'autoscaler-needs-requests', 'autoscaler-measures-nothing', 'unscalable-target',
  'competing-autoscalers', 'schedule-never-comes',
  // Pods and their data
  'image-data-directory', 'unmounted-claim', 'shadowed-volume', 'read-only-root', 'unreadable-file', 'hidden-directory', 'port-taken-twice', 'token-not-mounted',
  'unreplicated-database', 'rolling-update-claim', 'autoscaler-deletes-claims', 'hook-deletes-data', 'two-defaults', 'webhook-of-own-pods', 'removed-option', 'gone-image',
  'memory-above-limit',
]);

/** Checks for an object that is nowhere, where no rule of the differ tells that it was removed. They count where what names the object is as it was. */
export const BREAKING_ABSENCES: ReadonlySet<string> = new Set([
  'missing-scale-target', 'missing-ingress-class', 'missing-role', 'missing-secret', 'missing-volume', 'missing-snapshot', 'governing-service',
]);

/** Of these one field must have changed, by its JSON pointer; empty for the one that the check names. What else changed says nothing of the old state, or is new. */
export const OF_ONE_FIELD: ReadonlyMap<string, string> = new Map([
  ['unreplicated-database', ''], ['autoscaler-needs-requests', ''], ['rolling-update-claim', '/spec/strategy'],
]);

/** What rules of the differ say of a change already: by the check, the rules. */
export const SAID_BY_RULES: ReadonlyMap<string, readonly string[]> = new Map([
  ['service-selects-pods', ['selected-labels-removed', 'governing-service-changed', 'set-removed', 'set-renamed']],
  ['service-mixes-workloads', ['selected-labels-removed']],
  ['network-policy-selects-pods', ['selected-labels-removed']],
  ['disruption-budget-selects-pods', ['selected-labels-removed', 'quorum-at-risk']],
  ['unknown-host', ['service-removed-while-called', 'governing-service-changed', 'set-renamed']],
  ['unknown-pod-name', ['governing-service-changed', 'set-renamed', 'set-removed', 'scale-in-leaves-claims', 'scale-in-deletes-claims', 'first-ordinal-moved']],
  ['missing-secret', ['config-removed-while-read']],
  ['missing-volume', ['data-object-removed']],
  ['governing-service', ['governing-service-changed', 'service-removed-while-called']],
  ['image-data-directory', ['data-directory-moved', 'data-volume-replaced', 'claim-templates-replaced']],
  ['unmounted-claim', ['data-directory-moved', 'data-volume-replaced', 'claim-templates-replaced']],
  ['hook-deletes-data', ['data-object-removed', 'data-recreated-by-deployer', 'set-removed']],
  ['unsupported-access-mode', ['claim-immutable', 'claim-template-immutable']],
]);

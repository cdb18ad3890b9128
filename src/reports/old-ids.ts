/**
 * What rules were called in earlier versions, and what they are called now. Where one was parted, each of the new ones is
 * meant. `docs/migration.md` has the same table.
 */
export const OLD_IDS: Readonly<Record<string, readonly string[]>> = {
  'D1': ['set-renamed', 'set-removed'],
  'D2': ['claim-templates-replaced'],
  'D3': ['claim-template-storage-changed'],
  'D4': ['scale-in-deletes-claims'],
  'D5': ['scale-in-leaves-claims'],
  'D6': ['retention-becomes-delete'],
  'D7': ['first-ordinal-moved'],
  'D8': ['reclaim-becomes-delete'],
  'D9': ['storage-class-removed'],
  'D10': ['data-object-removed'],
  'D11': ['bound-volume-edited'],
  'D12': ['governing-service-changed'],
  'D13': ['data-directory-moved'],
  'D14': ['data-volume-replaced'],
  'D15': ['selected-labels-removed'],
  'D16': ['single-node-claim-shared'],
  'D17': ['database-or-user-changed'],
  'D18': ['config-read-once'],
  'D19': ['partition-left'],
  'D20': ['policy-left-out'],
  'D21': ['quorum-at-risk'],
  'D22': ['database-password-changed'],
  'D23': ['member-tls-switched'],
  'D24': ['config-removed-while-read'],
  'D25': ['service-removed-while-called'],
  'D26': ['scale-out-reuses-claims'],
  'torn-document': ['incomplete-document'],
  'old-master-taint': ['deprecated-master-taint'],
  'namespace-on-cluster-kind': ['namespace-on-cluster-scoped-kind'],
  'webhook-rule': ['admission-rule'],
};

/** The ids of today for one that may be old: of a rule, such as `D5`, or of a change, such as `D5:db/data`. */
export function currentIds(id: string): readonly string[] {
  const [rule] = id.split(':', 1);
  return Object.hasOwn(OLD_IDS, rule) ? OLD_IDS[rule].map(current => current + id.slice(rule.length)) : [id];
}

/** What to write instead of an old id; undefined if it is one of today. */
export function noteOfOldId(id: string): string | undefined {
  const current = currentIds(id);
  return current[0] === id ? undefined : `'${id}' is called ${current.map(name => `'${name}'`).join(' or ')} now; write that`;
}

/** `$$` stands for `$`; `$(NAME)` is the value of an earlier variable. */
const REFERENCE = /\$\$|\$\(([^)]*)\)/g;

/** The names in a value or argument that the kubelet looks up among the variables: `A` of `$(A):$$(B)`. */
export function variableReferences(text: string): string[] {
  if (!text.includes('$(')) { return []; }
  return [...text.matchAll(REFERENCE)].flatMap(([, name]) => name ?? []);
}

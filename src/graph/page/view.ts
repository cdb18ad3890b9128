/** What somebody looks at. It stands in the address behind `#`, so that it can be sent to others and the back button works. */
export interface View {
  readonly text: string;
  readonly namespace?: string;
  readonly kind?: string;
  /** The id of a workload: its own picture is shown. */
  readonly system?: string;
  /** The id of what is shown beside the picture. */
  readonly chosen?: string;
}

const PARTS = ['namespace', 'kind', 'system', 'chosen'] as const;

export function viewOf(hash: string): View {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return { text: parts.get('text') ?? '', ...Object.fromEntries(PARTS.flatMap(part => parts.get(part) ? [[part, parts.get(part)!]] : [])) };
}

export function hashOf(view: View): string {
  const parts = new URLSearchParams(PARTS.flatMap((part): [string, string][] => view[part] === undefined ? [] : [[part, view[part]]]));
  if (view.text !== '') { parts.set('text', view.text); }
  return `#${parts}`;
}

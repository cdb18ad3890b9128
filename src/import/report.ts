import { Imported } from './import';
import { Renewal } from './renewal';
import { LeftOut, Reason } from './taken';
import { Manifest } from '../kubernetes/manifest';
import { groupBy } from '../manifest/group-by';
import { referenceTo } from '../manifest/inventory';
import { changesAsText } from '../reports/changes-text';
import { versionsInWords } from '../reports/on-versions';
import { printable } from '../reports/printable';

/** What is said of each reason, before the list. */
const HEADINGS: Readonly<Record<Reason, string>> = {
  refused: 'Not imported:',
  misread: 'Imported as kubectl reads it, which may not be what was meant:',
  secret: 'Secrets stay out of code; keep applying them from where they come from (--secrets writes them, values included):',
  controller: 'Left out, since controllers make them:',
  twice: 'Left out, since a later object has the same name:',
};

/** More than these are not listed one by one where all are of one sort. */
const MOST_NAMES = 8;

/** What was imported, what was not and why, and what it changes; without a value of a Secret. */
export function reportText({ objects, made, patches, leftOut, renewal, move, comparison }: Imported): string {
  const byReason = groupBy(leftOut, ({ reason }) => reason);
  const sections = (Object.keys(HEADINGS) as Reason[]).flatMap(reason => {
    const some = byReason.get(reason);
    return some ? [HEADINGS[reason], ...linesOf(reason, some).map(line => `  ${printable(line)}`), ''] : [];
  });
  const counts = [...made].map(([by, count]) => `${count} × ${by}`).join(', ');
  const patched = patches > 0 ? `, ${patches} ${patches === 1 ? 'patch' : 'patches'}` : '';
  if (objects === 0) { return ['0 objects imported.', '', ...sections].join('\n'); }
  return [
    `${objects} ${objects === 1 ? 'object' : 'objects'} imported: ${counts}${patched}.`,
    '',
    ...sections,
    ...renewal ? renewalLines('Modernised:', renewal) : [],
    ...move ? renewalLines('To the official images, with the data kept:', move) : [],
    ...comparison.changes.length === 0
      ? [`${renewal || move ? 'Nothing else changes' : 'Nothing changes'} in the cluster: the program makes the same objects, on Kubernetes ${versionsInWords(comparison.kubernetesVersions)}.`, '']
      : ['The program does not make quite the same objects:', '', changesAsText(comparison, { all: true })],
  ].join('\n');
}

/** Every change, and what it does to objects that are in the cluster. */
function renewalLines(heading: string, { objects, comparison }: Renewal): string[] {
  return [
    heading,
    ...objects.flatMap(({ object, notes, plan = [] }) => [
      `  ${printable(nameOf(object))}`, ...notes.map(note => `    ${printable(note)}`),
      ...plan.length > 0 ? ['    How to get there:'] : [], ...plan.map(step => `      ${printable(step)}`),
    ]),
    '',
    ...comparison.changes.length > 0 ? ['What that does, where these objects are in the cluster as they were:', '', changesAsText(comparison, { all: true })] : [],
  ];
}

function linesOf(reason: Reason, some: readonly LeftOut[]): string[] {
  if (reason !== 'secret' && reason !== 'controller') { return some.map(({ file, line, object, message }) => `${file}:${line}: ${object ? `${nameOf(object)}: ` : ''}${message}`); }
  const byKind = groupBy(some, ({ object }) => object!.kind);
  return [...byKind].map(([kind, ofKind]) => {
    const names = ofKind.map(({ object }) => placeOf(object!));
    const rest = names.length - MOST_NAMES;
    return `${kind} ${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  });
}

function nameOf(object: Manifest): string {
  return `${object.kind} ${placeOf(object)}`;
}

function placeOf(object: Manifest): string {
  const { name, namespace } = referenceTo(object);
  return object.metadata?.namespace ? `${namespace}/${name}` : name;
}

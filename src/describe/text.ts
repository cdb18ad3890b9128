import { Description, DnsName, SystemDescription, TITLES } from './description';
import { printable } from '../reports/printable';
import { Paint } from '../reports/text';
import { wrapped } from '../reports/wrap';

export interface TextOptions {
  readonly columns?: number;
  readonly paint?: Paint;
}

/** Sentences for a terminal or a file. */
export function describeText(description: Description, shown: readonly SystemDescription[], options: TextOptions = {}): string {
  const { columns = 120, paint = (_style, text) => text } = options;
  const item = (text: string) => wrapped('- ', printable(text), columns);
  const { overview, systems } = description;
  const about = shown.length === systems.length || shown.length === 0;
  return [
    ...about ? [paint('bold', `What the manifests make of a cluster (Kubernetes ${description.kubernetesVersion})`), '', ...overview.flatMap(({ text }) => item(text)), ''] : [],
    ...about && (systems.length > 1 || shown.length === 0) ? [...systems.flatMap(({ summary }) => item(summary)), ''] : [],
    ...shown.flatMap(system => [...systemLines(system, item, paint), '']),
  ].join('\n');
}

function systemLines({ object, sections }: SystemDescription, item: (text: string) => string[], paint: Paint): string[] {
  const title = printable(`${object.kind} ${object.namespace === undefined ? '' : `${object.namespace}/`}${object.name}`);
  return [
    paint('bold', title), '='.repeat(title.length),
    ...sections.flatMap(({ topic, sentences, names = [] }) => [
      '', paint('underline', TITLES[topic]),
      ...nameLines(names),
      ...sentences.flatMap(({ text }) => item(text)),
    ]),
  ];
}

/** Names can be copied: they are never wrapped. */
function nameLines(names: readonly DnsName[]): string[] {
  return names.flatMap(({ name, to, ports, note }, index) => [
    `  ${printable(name)}`,
    `      → ${printable([to, portsInWords(ports, names[index - 1]?.ports), note ?? ''].filter(text => text !== '').join('; '))}`,
  ]);
}

function portsInWords(ports: string, before: string | undefined): string {
  if (ports === '') { return ''; }
  return ports === before ? ports.includes(',') ? 'the same ports' : 'the same port' : `${ports.includes(',') ? 'ports' : 'port'} ${ports}`;
}

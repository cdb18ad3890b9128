import { Description, DnsName, SystemDescription, TITLES } from './description';
import { code, markdown } from '../reports/markdown-text';

/** The same for a wiki or a README. */
export function describeMarkdown(description: Description, shown: readonly SystemDescription[]): string {
  const { overview, systems, kubernetesVersion } = description;
  const about = shown.length === systems.length || shown.length === 0;
  return [
    ...about ? [`# What the manifests make of a cluster (Kubernetes ${kubernetesVersion})`, '', ...overview.map(({ text }) => item(text)), ''] : [],
    ...about && (systems.length > 1 || shown.length === 0) ? [...systems.map(({ summary }) => item(summary)), ''] : [],
    ...shown.flatMap(systemLines),
  ].join('\n');
}

function item(text: string): string {
  return `- ${markdown(text)}`;
}

function systemLines({ object, sections }: SystemDescription): string[] {
  return [
    `## ${markdown(`${object.kind} ${object.namespace === undefined ? '' : `${object.namespace}/`}${object.name}`)}`, '',
    ...sections.flatMap(({ topic, sentences, names = [] }) => [
      `### ${TITLES[topic]}`, '',
      ...table(names),
      ...sentences.map(({ text }) => item(text)), '',
    ]),
  ];
}

function table(names: readonly DnsName[]): string[] {
  if (names.length === 0) { return []; }
  return [
    '| name | resolves to | port | |', '| --- | --- | --- | --- |',
    ...names.map(({ name, to, ports, note = '' }) => `| ${code(name)} | ${markdown(to)} | ${markdown(ports)} | ${markdown(note)} |`), '',
  ];
}

import { Description, SystemDescription, TITLES } from './description';
import { printableJson } from '../reports/printable';

/** The same as data: sections with their sentences, and what a human has to do beside the sentence that says why. */
export function describeJson({ kubernetesVersion, overview }: Description, shown: readonly SystemDescription[]): string {
  const systems = shown.map(({ object, summary, sections }) =>
    ({ ...object, summary, sections: sections.map(section => ({ ...section, title: TITLES[section.topic] })) }));
  return `${printableJson(JSON.stringify({ kubernetesVersion, overview, systems }, null, 2))}\n`;
}

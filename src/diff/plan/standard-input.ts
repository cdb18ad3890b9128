import { Manifest } from '../../kubernetes/manifest';
import { YamlWriter } from '../../manifest/write/yaml-writer';
import { holdsCommand, printableJson } from '../../reports/printable';

/**
 * Manifests as a step gives them to kubectl: YAML. Where that would hold what the runner of a pipeline takes for a command, it is JSON,
 * in which any character of a text can be escaped.
 */
export function standardInput(manifests: readonly Manifest[]): string {
  const yaml = new YamlWriter().stringify(manifests);
  if (!holdsCommand(yaml)) { return yaml; }
  return manifests.map(manifest => `${printableJson(JSON.stringify(manifest, null, 2))}\n`).join('---\n');
}

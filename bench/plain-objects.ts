import { Manifest } from '../src/kubernetes/manifest';

/**
 * JavaScript that returns the manifests of an app as literals, with its name
 * put in where it stands in the manifests of the app called `name`: as little
 * work as it can be.
 */
export function plainObjectsModule(manifests: readonly Manifest[], name: string): string {
  const literals = manifests.map(manifest => JSON.stringify(manifest).replace(/"(?:[^"\\]|\\.)*"/g, text => withName(text, name)));
  return `module.exports = name => [\n${literals.join(',\n')}\n];\n`;
}

function withName(text: string, name: string): string {
  if (!text.includes(name)) { return text; }
  return `\`${text.slice(1, -1).replaceAll('`', '\\`').replaceAll('${', '\\${').replaceAll(name, '${name}')}\``;
}

/** A Helm chart whose one template makes the same manifests for as many apps as `--set count=` says. */
export function helmTemplate(yaml: string, name: string): string {
  const prefix = name.replace(/\d+$/, '');
  const body = yaml.replaceAll('{{', '{{ "{{" }}').replaceAll(name, `${prefix}{{ $i }}`);
  return `{{- range $i, $unused := until (int .Values.count) }}\n---\n${body}{{- end }}\n`;
}

/** YAML of an object, for the examples of rules: the head, then the lines given. */
export function example(kind: string, apiVersion: string, ...lines: string[]): string {
  return [`apiVersion: ${apiVersion}`, `kind: ${kind}`, 'metadata: {name: web}', ...lines, ''].join('\n');
}

/** YAML of a Pod with these lines in its spec. */
export function podExample(...lines: string[]): string {
  const containers = lines.some(line => line.startsWith('containers:')) ? [] : ["containers: [{name: web, image: 'httpd:2.4'}]"];
  return example('Pod', 'v1', 'spec:', ...[...containers, ...lines].map(indent));
}

/** YAML of a Pod with these lines in its only container. */
export function containerExample(...lines: string[]): string {
  return podExample('containers:', ...['- name: web', '  image: httpd:2.4', ...lines.map(indent)].map(indent));
}

/** YAML of a workload with a fine selector and template, and these lines in its spec. */
export function workloadExample(kind: string, ...lines: string[]): string {
  return example(kind, 'apps/v1', 'spec:', ...[
    ...kind === 'StatefulSet' ? ['serviceName: web'] : [],
    'selector: {matchLabels: {app: web}}',
    'template:',
    '  metadata: {labels: {app: web}}',
    "  spec: {containers: [{name: web, image: 'httpd:2.4'}]}",
    ...lines,
  ].map(indent));
}

function indent(line: string): string {
  return `  ${line}`;
}

/** YAML of a CustomResourceDefinition of widgets.example.com in one version, and these lines in its spec. */
export function crdExample(name: string, version = '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}', ...lines: string[]): string {
  return example('CustomResourceDefinition', 'apiextensions.k8s.io/v1', 'spec:', ...[
    'group: example.com', 'scope: Namespaced', 'names: {kind: Widget, plural: widgets}', `versions: [${version}]`, ...lines,
  ].map(indent)).replace('name: web', `name: ${name}`);
}

/** YAML of a Job with these lines in its spec. */
export function jobExample(...lines: string[]): string {
  return example('Job', 'batch/v1', 'spec:', "  template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'httpd:2.4'}]}}", ...lines.map(line => `  ${line}`));
}

import { ApiModel } from '../../src/kubernetes/api/model';
import { KubernetesVersion } from '../../src/kubernetes/kubernetes-version';
import { readDocuments } from '../../src/manifest/read/read';
import { Finding } from '../../src/reports/finding';
import { upgradeFindings } from '../../src/upgrade/upgrade-check';
import { wayOf } from '../../src/upgrade/way';

/** The models of every version from one to another. */
export function way(from: string, to: string): ApiModel[] {
  return wayOf(KubernetesVersion.of(from), KubernetesVersion.of(to)).map(version => ApiModel.of(version));
}

/** What an upgrade does to the manifests of a YAML text. */
export function upgraded(yaml: string, from: string, to: string): Finding[] {
  return upgradeFindings(readDocuments(yaml, 'app.yaml'), way(from, to));
}

/** The same as `rule path since`. */
export function told(yaml: string, from: string, to: string): string[] {
  return upgraded(yaml, from, to).map(({ rule, path, since }) => `${rule} ${path} ${since}`);
}

/** A StatefulSet with these fields in its spec, and these in the spec of its pods. */
export function setYaml(fields = '', podFields = ''): string {
  return [
    'apiVersion: apps/v1', 'kind: StatefulSet', 'metadata: {name: db, namespace: data}', 'spec:', '  serviceName: db', `  ${fields}`,
    '  selector: {matchLabels: {app: db}}', '  template:', '    metadata: {labels: {app: db}}', '    spec:',
    `      ${podFields}`, '      containers: [{name: db, image: "postgres:17.2"}]', '',
  ].join('\n');
}

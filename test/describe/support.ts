import { parseAllDocuments } from 'yaml';
import { describe as inWords, systemsNamed } from '../../src/describe/describe';
import { DnsName, SystemDescription, Topic } from '../../src/describe/description';
import { DescribeOptions, Facts, factsOf } from '../../src/describe/facts';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** Objects of some YAML. */
export function manifests(text: string): Manifest[] {
  return parseAllDocuments(text).map(document => document.toJS()).filter(manifest => manifest);
}

/** A StatefulSet `shop/db` with its headless Service; of each text what is given counts. */
export function set({ replicas = 3, spec = '', pod = '', container = '', claims = CLAIM }: Partial<Record<'spec' | 'pod' | 'container' | 'claims', string>> & { replicas?: number } = {}): string {
  return `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  serviceName: db
  replicas: ${replicas}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: "example.com/db:1", ports: [{name: sql, containerPort: 5432}], volumeMounts: [{name: data, mountPath: /data}]${container && `, ${container}`}}]${pod && `, ${pod}`}}
  volumeClaimTemplates: [${claims}]
${spec}
---
${SERVICE}`;
}

export const CLAIM = '{metadata: {name: data}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}';
export const SERVICE = '{apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {clusterIP: None, selector: {app: db}, ports: [{name: sql, port: 5432, targetPort: sql}]}}';

/** A workload of another kind, `shop/web`. */
export function workload(kind: string, { spec = '', pod = '', container = '' } = {}): string {
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'apps/v1';
  return `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: web, namespace: shop}, spec: {${spec && `${spec}, `}selector: {matchLabels: {app: web}},
    template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "example.com/web:1"${container && `, ${container}`}}]${pod && `, ${pod}`}}}}}`;
}

/** Documents one after another. */
export function together(...texts: readonly string[]): string {
  return texts.join('\n---\n');
}

/** The words for one system, the first one if it is not named. */
export function wordsFor(text: string, { name, version, ...options }: Omit<DescribeOptions, 'model'> & { readonly name?: string; readonly version?: string } = {}): SystemDescription {
  const description = inWords(manifests(text), { ...options, model: ApiModel.of(version) });
  return name === undefined ? description.systems[0] : systemsNamed(description, name)[0];
}

/** The sentences of a section, one text. */
export function said(topic: Topic, text: string, options: Parameters<typeof wordsFor>[1] = {}): string {
  return wordsFor(text, options).sections.find(section => section.topic === topic)?.sentences.map(sentence => sentence.text).join('\n') ?? '';
}

/** The names of a system. */
export function namesOf(text: string, options: Parameters<typeof wordsFor>[1] = {}): readonly DnsName[] {
  return wordsFor(text, options).sections.find(({ topic }) => topic === 'names')?.names ?? [];
}

export function facts(text: string): Facts {
  return factsOf(manifests(text));
}

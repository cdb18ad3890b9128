import { parse } from 'yaml';
import { ObjectCheck } from '../../../../src/checks/engine/object-check';
import { RULE_CHECKS } from '../../../../src/checks/rules/object-rules';
import { WARNING_CHECKS } from '../../../../src/checks/rules/warnings/warnings';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { Manifest } from '../../../../src/kubernetes/manifest';

const idsOf = (checks: readonly ObjectCheck[]) => new Set(checks.flatMap(check => check.checks.map(rule => rule.id)));

const WARNINGS = idsOf(WARNING_CHECKS);
const RULES = idsOf(RULE_CHECKS.filter(check => !WARNING_CHECKS.includes(check)));

/** What the rules find in one object, as `id path`; what other checks find does not count here, unless a check failed. */
export function found(manifest: Manifest, version?: string, ids: ReadonlySet<string> = RULES): string[] {
  return checkManifests([manifest], { scope: 'object', model: ApiModel.of(version) }).filter(({ rule }) => ids.has(rule) || rule === 'check-failed').map(({ rule, path }) => `${rule} ${path}`);
}

export function object(yaml: string): Manifest {
  return parse(yaml);
}

/** A Pod with this spec beside its container. */
export function pod(spec: string): Manifest {
  return of('Pod', 'v1', `spec: {containers: [{name: web, image: a:1}], ${spec}}`);
}

/** A Pod whose only container has these fields. */
export function container(fields: string, spec = ''): Manifest {
  return of('Pod', 'v1', `spec: {containers: [{name: web, image: a:1, ${fields}}], ${spec}}`);
}

export function of(kind: string, apiVersion: string, body: string): Manifest {
  return object(`{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: web}, ${body}}`);
}

/** A workload with a fine selector and template, and these fields in its spec. */
export function workload(kind: string, fields = '', podFields = ''): Manifest {
  return of(kind, 'apps/v1', 'spec: {selector: {matchLabels: {app: web}}, ' +
    `template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: a:1}], ${podFields}}}, ${fields}}`);
}

/** A CustomResourceDefinition whose only version has this schema. */
export function crdSchemaOf(openAPIV3Schema: string, version = ''): Manifest {
  return object('{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: widgets.example.com}, ' +
    'spec: {group: example.com, scope: Namespaced, names: {kind: Widget, plural: widgets}, ' +
    `versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {${openAPIV3Schema}}}, ${version}}]}}`);
}

/** One row: a sentence, the object, and what must be found in it. */
export type Row = readonly [sentence: string, object: Manifest, ...found: string[]];

/** A test for each row, on a version of Kubernetes or the usual one. */
export function testRules(rows: readonly Row[], version?: string, ids?: ReadonlySet<string>) {
  it.each(rows.map(([sentence, manifest, ...expected]) => [sentence, manifest, expected] as const))('%s', (_, manifest, expected) => {
    const findings = found(manifest, version, ids);

    expect(findings).toEqual(expected);
  });
}

/** The same for what the server warns of. */
export function warns(rows: readonly Row[], version?: string) {
  testRules(rows, version, WARNINGS);
}

import { CustomKind, CustomKinds } from './custom-kinds';
import { withDefaults } from './defaults';
import { CUSTOM_RESOURCE_RULES, customResourceScope, customResourceVersion } from './rules';
import { OBJECT_FIELDS, Schema } from './schema';
import { ValidationRules } from './validation-rules';
import { ValueWalk } from './value-walk';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, groupOf, isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { show } from '../../reports/show';
import { Problem } from '../engine/check';
import { ObjectCheck, Report, WrittenAt } from '../engine/object-check';
import { deprecatedApi } from '../schema/kind-checks';
import { schemaUnknownField } from '../schema/problems';
import { checkMetadata } from '../schema/schema-check';

/** Checks objects of a kind against its definition. */
export function customResourceCheck(kind: CustomKind, kinds: CustomKinds): ObjectCheck {
  return {
    checks: CUSTOM_RESOURCE_RULES,
    derived: false,
    run: (object, report, model, writtenAt) => {
      checkMetadata(object, report, model, writtenAt);
      checkHead(object, kind, kinds, report);
      if (kind.schema) { checkFields(object, kind, kind.schema, { report, model, writtenAt }); }
    },
  };
}

/** Which rules of a definition an object breaks that takes the place of another one. */
export function brokenByUpdate(before: Manifest, after: Manifest, { schema }: CustomKind): Problem[] {
  const problems: Problem[] = [];
  if (schema) {
    const [old, value] = [before, after].map(object => withDefaults(object, schema));
    new ValidationRules(problem => problems.push(problem)).object({ value, old }, schema);
  }
  return problems;
}

interface Known {
  readonly report: Report;
  readonly model: ApiModel;
  readonly writtenAt?: WrittenAt;
}

function checkFields(object: Manifest, { dropsStatus }: CustomKind, schema: Schema, { report, model, writtenAt }: Known) {
  let isSound = true;
  const note: Report = problem => {
    if (dropsStatus && problem.check !== schemaUnknownField && isInStatus(problem.path)) { return; }
    isSound = false;
    report(problem);
  };
  const checkEmbedded = (embedded: object, path: string) =>
    checkMetadata(embedded as Manifest, problem => note({ ...problem, path: path + problem.path }), model);
  const walk = new ValueWalk(note, checkEmbedded, writtenAt, validity => model.holds(validity));
  const filled = withDefaults(object, schema) as Manifest;
  // The metadata of every object is checked elsewhere, and a schema says of its names only.
  const fields = Object.fromEntries(Object.entries(filled).filter(([name]) => !OBJECT_FIELDS.includes(name)));
  walk.value(fields, { ...schema, required: requiredFields(schema.required) }, '');
  if (isSound) { new ValidationRules(report).object({ value: dropsStatus ? { ...filled, status: undefined } : filled }, schema); }
}

const isInStatus = (path: string) => path === '/status' || path.startsWith('/status/');

const requiredFields = (required: unknown) => Array.isArray(required) ? required.filter(name => !OBJECT_FIELDS.includes(name)) : [];

function checkHead({ apiVersion, kind: name, metadata }: Manifest, kind: CustomKind, kinds: CustomKinds, report: Report) {
  if (!kind.served) {
    const served = kinds.servedVersions(groupOf(apiVersion), name);
    report({
      check: customResourceVersion,
      path: pointer('apiVersion'),
      message: `the definition of ${show(name)} does not serve ${show(apiVersion)}`,
      fix: served.length > 0 ? `write apiVersion: ${served[served.length - 1]}` : 'serve the version in the definition',
    });
  } else if (kind.deprecation !== undefined) {
    report({ check: deprecatedApi, path: pointer('apiVersion'), message: kind.deprecation, fix: `write apiVersion: ${kinds.servedVersions(groupOf(apiVersion), name).at(-1)}` });
  }
  if (!kind.namespaced && isRecord(metadata) && metadata.namespace) {
    report({
      check: customResourceScope,
      path: pointer('metadata', 'namespace'),
      message: `${show(name)} is a cluster-scoped kind, but the object names the namespace ${show(metadata.namespace)}`,
      fix: 'remove metadata.namespace',
    });
  }
}

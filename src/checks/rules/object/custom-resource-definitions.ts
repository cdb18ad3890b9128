import { crdSchema } from './crd-schema';
import { checkRootSchema } from './crd-schemas';
import { checkSelectableFields, selectableField } from './crd-selectable-fields';
import { VALIDATION_RULES, checkValidations } from './crd-validations';
import { crdExample } from './examples';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText, rulesFor } from './rule';
import { checkWebhookClient } from './webhooks';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const crdName: Rule = {
  id: 'crd-name',
  why: 'the API server finds a custom resource at its group and the plural of its kind, so a definition is named after both',
  fix: 'name the definition PLURAL.GROUP, with a group such as example.com',
  bad: crdExample('widgets.example.org'),
  good: crdExample('widgets.example.com'),
};

export const crdVersions: Rule = {
  id: 'crd-versions',
  why: 'objects are stored in exactly one version, and each version says what its objects look like',
  fix: 'mark one version as storage: true, give each a name of its own, and write schema.openAPIV3Schema for each',
  bad: crdExample('widgets.example.com', '{name: v1, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}'),
  good: crdExample('widgets.example.com'),
};

export const crdConversion: Rule = {
  id: 'crd-conversion',
  why: 'objects are turned from one version into another by a webhook, or not at all',
  fix: 'with strategy Webhook write webhook.clientConfig and webhook.conversionReviewVersions: [v1]; with strategy None no webhook',
  bad: crdExample('widgets.example.com', undefined, 'conversion: {strategy: Webhook}'),
  good: crdExample('widgets.example.com', undefined, 'conversion: {strategy: None}'),
};

export const crdColumns: Rule = {
  id: 'crd-columns',
  why: 'kubectl get prints columns of a few types, and kubectl scale needs one number in spec and one in status',
  fix: 'write a type of integer, number, string, boolean or date, and paths such as .spec.replicas and .status.replicas',
  bad: crdExample('widgets.example.com',
    '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}, additionalPrinterColumns: [{name: Size, type: int, jsonPath: .spec.size}]}'),
  good: crdExample('widgets.example.com',
    '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}, additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]}'),
};

export const customResourceDefinitionRules: ObjectCheck = rulesFor(
  ['apiextensions.k8s.io/CustomResourceDefinition'], [crdName, crdVersions, crdConversion, crdColumns, crdSchema, selectableField, ...VALIDATION_RULES],
  (definition, broken, model) => {
    if (definition.apiVersion !== 'apiextensions.k8s.io/v1') { return; }
    const spec = recordOf(definition.spec);
    checkNames(definition, spec, broken);
    checkVersions(spec, model, broken);
    if (isRecord(spec.conversion)) { checkConversion(spec.conversion, broken); }
  },
);

/** Groups that are the community's: a definition in them says where it was approved. */
const PROTECTED_GROUP = /(^|\.)(k8s|kubernetes)\.io$/;
const APPROVAL = 'api-approved.kubernetes.io';
/** A URL with a host, or a reason. */
const APPROVED = /^(unapproved|[A-Za-z][A-Za-z\d+.-]*:\/\/([^/?#@\s]*@)?(?=[^/?])([^/?#@\s:[\]]*|\[[\da-fA-F:.]+\])(:\d*)?([/?].*)?$)/;

function checkNames({ metadata }: Manifest, spec: Record<string, any>, broken: Broken) {
  const { group } = spec;
  const { plural, kind, listKind } = recordOf(spec.names);
  if (isText(group) && isText(plural) && isText(metadata?.name) && metadata.name !== `${plural}.${group}`) {
    broken(crdName, '/metadata/name', `the name is ${show(metadata.name)}, but plural and group say '${plural}.${group}'`, `write '${plural}.${group}'`);
  }
  // What is made of a generateName has five characters too many.
  if (isText(metadata?.generateName) && isText(group) && isText(plural) && metadata.generateName !== `${plural}.${group}`) {
    broken(crdName, '/metadata/generateName', `the name must be '${plural}.${group}'`, 'write name, not generateName');
  }
  if (isText(group) && !group.includes('.')) { broken(crdName, '/spec/group', `the group ${show(group)} has no dot`, 'write a group such as example.com'); }
  checkApproval(metadata, group, broken);
  if (isText(kind) && kind === listKind) { broken(crdName, '/spec/names/listKind', `kind and listKind are both ${show(kind)}`, `write ${kind}List`); }
  if (spec.preserveUnknownFields === true) {
    broken(crdVersions, '/spec/preserveUnknownFields', 'preserveUnknownFields is on', "write x-kubernetes-preserve-unknown-fields: true in the versions' schemas");
  }
}

function checkApproval(metadata: Manifest['metadata'], group: unknown, broken: Broken) {
  if (isText(group) && PROTECTED_GROUP.test(group)) {
    const approval = recordOf(metadata?.annotations)[APPROVAL];
    if (!isText(approval) || !APPROVED.test(approval)) {
      broken(crdName, '/metadata/annotations', `the group ${show(group)} belongs to the Kubernetes community, and the annotation ${APPROVAL} says nothing of its approval`,
        'take a group of your own');
    }
  }
}

function checkVersions({ versions }: Record<string, any>, model: ApiModel, broken: Broken) {
  if (!Array.isArray(versions) || versions.length === 0) { return; }
  forRepeated(versions, version => recordOf(version).name, (version, index) =>
    broken(crdVersions, `/spec/versions/${index}/name`, `another version is already called ${show(version.name)}`));
  const stored = versions.filter(version => recordOf(version).storage === true).length;
  if (stored !== 1) { broken(crdVersions, '/spec/versions', `${stored === 0 ? 'no version is' : `${stored} versions are`} marked as the one to store`); }
  forRecords(versions, (version, index) => {
    const at = `/spec/versions/${index}`;
    const { openAPIV3Schema } = recordOf(version.schema);
    if (isRecord(openAPIV3Schema)) {
      checkRootSchema(openAPIV3Schema, isGiven(recordOf(version.subresources).status), `${at}/schema/openAPIV3Schema`, broken, model);
      checkValidations(openAPIV3Schema, model, `${at}/schema/openAPIV3Schema`, broken);
    } else if (!isGiven(openAPIV3Schema)) {
      broken(crdVersions, `${at}/schema`, `version ${show(version.name)} has no schema`);
    }
    checkColumns(version, at, broken);
    checkSelectableFields(version, at, broken);
    checkDeprecation(version, at, broken);
  });
}

const MAX_WARNING = 256;

/** Clients see the warning with every answer, so it is one short line. */
function checkDeprecation({ deprecated, deprecationWarning: warning }: Record<string, any>, at: string, broken: Broken) {
  if (typeof warning !== 'string') { return; }
  const length = Buffer.byteLength(warning);
  const fault = deprecated !== true ? 'the version is not deprecated'
    : length === 0 || length > MAX_WARNING ? `the warning has ${length} bytes, and may have 1 to ${MAX_WARNING}`
      : /\p{C}/u.test(warning) ? 'the warning has characters that cannot be printed' : undefined;
  if (fault) { broken(crdVersions, `${at}/deprecationWarning`, fault, 'write one short line, beside deprecated: true'); }
}

const COLUMN_TYPES = ['integer', 'number', 'string', 'boolean', 'date'];
const COLUMN_FORMATS = ['int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'];

function checkColumns({ additionalPrinterColumns, subresources }: Record<string, any>, at: string, broken: Broken) {
  forRecords(additionalPrinterColumns, ({ type, name, format }, index) => {
    if (isText(format) && !COLUMN_FORMATS.includes(format)) {
      broken(crdColumns, `${at}/additionalPrinterColumns/${index}/format`, `the column ${show(name)} has the format ${show(format)}`, `write one of ${COLUMN_FORMATS.join(', ')}`);
    }
    if (isText(type) && !COLUMN_TYPES.includes(type)) {
      broken(crdColumns, `${at}/additionalPrinterColumns/${index}/type`, `the column ${show(name)} has the type ${show(type)}`, `write one of ${COLUMN_TYPES.join(', ')}`);
    }
  });
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = recordOf(recordOf(subresources).scale);
  if (isText(labelSelectorPath) && !/^\.(spec|status)\./.test(labelSelectorPath)) {
    broken(crdColumns, `${at}/subresources/scale/labelSelectorPath`, `the path ${show(labelSelectorPath)} is below neither .spec nor .status`, 'write a path such as .status.selector');
  }
  for (const [field, path, start] of [['specReplicasPath', specReplicasPath, '.spec.'], ['statusReplicasPath', statusReplicasPath, '.status.']]) {
    if (isText(path) && !path.startsWith(start)) {
      broken(crdColumns, `${at}/subresources/scale/${field}`, `the path ${show(path)} is not below ${start.slice(0, -1)}`, `start the path with ${start}`);
    }
  }
}

function checkConversion({ strategy, webhook }: Record<string, any>, broken: Broken) {
  if (strategy === 'None' && isGiven(webhook)) { broken(crdConversion, '/spec/conversion/webhook', 'strategy is None, but there is a webhook', 'remove webhook'); }
  if (strategy !== 'Webhook') { return; }
  const { clientConfig, conversionReviewVersions } = recordOf(webhook);
  checkWebhookClient(recordOf(clientConfig), crdConversion, '/spec/conversion/webhook/clientConfig', broken);
  forRepeated(listOf(conversionReviewVersions), version => version, (version, index) =>
    broken(crdConversion, `/spec/conversion/webhook/conversionReviewVersions/${index}`, `the version ${show(version)} is there already`, 'remove it'));
  if (!listOf(conversionReviewVersions).some(version => version === 'v1' || version === 'v1beta1')) {
    broken(crdConversion, '/spec/conversion/webhook/conversionReviewVersions', 'none of the versions is one that the API server speaks', 'write [v1]');
  }
}

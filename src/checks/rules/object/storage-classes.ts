import { example } from './examples';
import { Broken, Rule, forRecords, forRepeated, rulesFor } from './rule';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const classParameters: Rule = {
  id: 'storage-class-parameters',
  why: 'parameters are handed to the provisioner as they are, at most 512 of them and 256 KiB together',
  fix: 'name every parameter, and leave out what the provisioner does not read',
  bad: example('StorageClass', 'storage.k8s.io/v1', 'provisioner: nfs.csi.k8s.io', "parameters: {'': a}"),
  good: example('StorageClass', 'storage.k8s.io/v1', 'provisioner: nfs.csi.k8s.io', 'parameters: {share: /data}'),
};

export const allowedTopologies: Rule = {
  id: 'allowed-topologies',
  why: 'each term says where volumes may be: each key once, with values that differ, and no term twice',
  fix: 'write each key once in a term, with values, and no two equal terms',
  bad: example('StorageClass', 'storage.k8s.io/v1', 'provisioner: a.example.com', 'allowedTopologies: [{matchLabelExpressions: [{key: zone, values: [a, a]}]}]'),
  good: example('StorageClass', 'storage.k8s.io/v1', 'provisioner: a.example.com', 'allowedTopologies: [{matchLabelExpressions: [{key: zone, values: [a, b]}]}]'),
};

export const attributesClass: Rule = {
  id: 'volume-attributes-class',
  why: 'a class of volume attributes is nothing but its parameters',
  severity: 'error',
  since: '1.34',
  fix: 'write at least one parameter',
  bad: example('VolumeAttributesClass', 'storage.k8s.io/v1', 'driverName: a.example.com', 'parameters: {}'),
  good: example('VolumeAttributesClass', 'storage.k8s.io/v1', 'driverName: a.example.com', 'parameters: {iops: "3000"}'),
};

export const attributesClassRules: ObjectCheck = rulesFor(['storage.k8s.io/VolumeAttributesClass'], [attributesClass, classParameters], (found, broken) => {
  const parameters = recordOf(found.parameters);
  if (Object.keys(parameters).length === 0) { broken(attributesClass, '/parameters', 'the class has no parameters'); }
  checkParameters(parameters, broken);
});

const MAX_PARAMETERS = 512;
const MAX_PARAMETER_BYTES = 256 * 1024;

export const storageClassRules: ObjectCheck = rulesFor(['storage.k8s.io/StorageClass'], [classParameters, allowedTopologies], (storageClass, broken) => {
  checkParameters(recordOf(storageClass.parameters), broken);
  const terms = listOf(storageClass.allowedTopologies);
  forRecords(terms, (term, index) => checkTerm(term, `/allowedTopologies/${index}`, broken));
  forRepeated(terms, termKey, (_, index) => broken(allowedTopologies, `/allowedTopologies/${index}`, 'an equal term is there already', 'remove the term'));
});

function checkParameters(parameters: Record<string, any>, broken: Broken) {
  const names = Object.keys(parameters);
  if (names.length > MAX_PARAMETERS) { broken(classParameters, '/parameters', `there are ${names.length} parameters, and ${MAX_PARAMETERS} are allowed`); }
  if (names.includes('')) { broken(classParameters, '/parameters', 'a parameter has no name'); }
  const bytes = names.reduce((sum, name) => sum + Buffer.byteLength(name) + Buffer.byteLength(textOf(parameters[name])), 0);
  if (bytes > MAX_PARAMETER_BYTES) { broken(classParameters, '/parameters', `the parameters have ${bytes} bytes, and ${MAX_PARAMETER_BYTES} are allowed`); }
}

function checkTerm({ matchLabelExpressions }: Record<string, any>, at: string, broken: Broken) {
  const expressions = listOf(matchLabelExpressions);
  if (expressions.length === 0) { broken(allowedTopologies, at, 'the term says nothing', 'add matchLabelExpressions, or remove the term'); }
  forRepeated(expressions, expression => recordOf(expression).key, ({ key }, index) =>
    broken(allowedTopologies, `${at}/matchLabelExpressions/${index}/key`, `the key ${show(key)} is in this term already`));
  expressions.forEach((expression, index) => {
    if (!isRecord(expression)) { return; }
    forRepeated(listOf(expression.values), value => value, (value, position) =>
      broken(allowedTopologies, `${at}/matchLabelExpressions/${index}/values/${position}`, `${show(value)} is there already`));
  });
}

/** The same text for terms that mean the same; undefined for a term that says nothing, which is reported for itself. */
function termKey(term: unknown): string | undefined {
  const expressions = listOf(recordOf(term).matchLabelExpressions).map(recordOf);
  if (expressions.length === 0) { return undefined; }
  return JSON.stringify(expressions.map(({ key, values }) => [textOf(key), listOf(values).map(textOf).sort()]).sort());
}

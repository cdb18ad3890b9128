import { podExample } from './examples';
import { checkExpression } from './label-selector';
import { Broken, Rule, forRecords, isGiven } from './rule';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { LABEL_VALUE } from '../../../kubernetes/formats/label';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const REQUIRED = 'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: ';

export const nodeSelectorTerms: Rule = {
  id: 'node-selector',
  why: 'nodes are chosen by at least one term of expressions, and each operator takes its own number of values',
  fix: 'write at least one term; values with In and NotIn, none with Exists and DoesNotExist, exactly one with Gt and Lt',
  bad: podExample(`${REQUIRED}{nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In}]}]}}}`),
  good: podExample(`${REQUIRED}{nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: [a]}]}]}}}`),
};

export const nodeSelectorValues: Rule = {
  id: 'node-selector-value',
  why: 'nodes are chosen by their labels, and no label has such a value; preferences may name it all the same',
  since: '1.33',
  fix: `write ${LABEL_VALUE.mustBe}`,
  bad: podExample(`${REQUIRED}{nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: [a b]}]}]}}}`),
  good: podExample(`${REQUIRED}{nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: [a-b]}]}]}}}`),
};

export const NODE_SELECTOR_RULES = [nodeSelectorTerms, nodeSelectorValues];

const FIELD_OPERATORS = ['In', 'NotIn'];

/** A node selector: the required node affinity of a Pod, and that of a PersistentVolume. */
export function checkNodeSelector(selector: unknown, at: string, broken: Broken) {
  if (!isRecord(selector)) { return; }
  const terms = listOf(selector.nodeSelectorTerms);
  if (terms.length === 0 && Array.isArray(selector.nodeSelectorTerms)) { broken(nodeSelectorTerms, `${at}/nodeSelectorTerms`, 'there is no term to choose nodes by', 'add a term'); }
  terms.forEach((term, index) => {
    checkNodeSelectorTerm(term, `${at}/nodeSelectorTerms/${index}`, broken);
    forRecords(recordOf(term).matchExpressions, ({ values }, position) =>
      checkValues(values, `${at}/nodeSelectorTerms/${index}/matchExpressions/${position}/values`, broken));
  });
}

function checkValues(values: unknown, at: string, broken: Broken) {
  listOf(values).forEach((value, index) => {
    if (typeof value === 'string' && !LABEL_VALUE.fits(value)) { broken(nodeSelectorValues, `${at}/${index}`, `${show(value)} is no value of a label`); }
  });
}

export function checkNodeSelectorTerm(term: unknown, at: string, broken: Broken) {
  if (!isRecord(term)) { return; }
  forRecords(term.matchExpressions, (expression, index) => checkExpression(expression, nodeSelectorTerms, `${at}/matchExpressions/${index}`, broken));
  forRecords(term.matchFields, (field, index) => checkMatchField(field, `${at}/matchFields/${index}`, broken));
}

function checkMatchField(field: Record<string, any>, at: string, broken: Broken) {
  if (isGiven(field.key) && field.key !== 'metadata.name') {
    broken(nodeSelectorTerms, `${at}/key`, `${show(field.key)} is no field of a node to choose by`, 'write metadata.name, or use matchExpressions for labels');
  }
  const values = listOf(field.values);
  const count = values.length;
  values.forEach((value, index) => {
    if (typeof value === 'string' && !DNS_SUBDOMAIN.fits(value)) { broken(nodeSelectorTerms, `${at}/values/${index}`, `${show(value)} is no name of a node`, 'write the name of a node'); }
  });
  if (!FIELD_OPERATORS.includes(field.operator)) {
    broken(nodeSelectorTerms, `${at}/operator`, `${show(field.operator ?? '')} is no operator for a field of a node`, 'write In or NotIn');
  } else if (count !== 1) {
    broken(nodeSelectorTerms, `${at}/values`, `a field of a node is compared with one value, not with ${count}`, 'write exactly one value');
  }
}

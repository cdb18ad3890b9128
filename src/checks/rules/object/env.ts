import { containerExample, podExample } from './examples';
import { checkFieldRef, checkResourceFieldRef, envFields, resourceFieldContainer } from './field-refs';
import { ContainerAt, PodAt, isEmptyDir } from './pod';
import { Broken, Rule, forRecords, forRepeated, givenOf, isGiven, isText, namesIn } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const envSource: Rule = {
  id: 'env-source',
  why: 'a variable gets its value from exactly one place: value, or one source in valueFrom',
  fix: 'write value, or valueFrom with exactly one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef and, from Kubernetes 1.35 on, fileKeyRef',
  bad: containerExample('env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'),
  good: containerExample('env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'),
};

export const envFromSource: Rule = {
  id: 'env-from-source',
  why: 'an entry of envFrom takes its variables from exactly one ConfigMap or one Secret',
  fix: 'write one entry with configMapRef and another with secretRef',
  bad: containerExample('envFrom: [{configMapRef: {name: a}, secretRef: {name: b}}]'),
  good: containerExample('envFrom: [{configMapRef: {name: a}}, {secretRef: {name: b}}]'),
};

export const envNames: Rule = {
  id: 'duplicate-env-name',
  why: 'of two variables of one name the last one counts, and an update may lose either',
  severity: 'warning',
  fix: 'name each variable once',
  bad: containerExample('env: [{name: MODE, value: fast}, {name: MODE, value: safe}]'),
  good: containerExample('env: [{name: MODE, value: fast}, {name: LEVEL, value: safe}]'),
};

export const envFile: Rule = {
  id: 'env-file',
  why: 'a file with variables is written by an init container, and only an emptyDir of the same Pod can hold it',
  since: '1.35',
  fix: 'name an emptyDir volume of this Pod in volumeName',
  bad: containerExample('env: [{name: A, valueFrom: {fileKeyRef: {volumeName: conf, path: env, key: A}}}]'),
  good: podExample(
    'volumes: [{name: conf, emptyDir: {}}]', 'containers: [{name: web, image: a:1, env: [{name: A, valueFrom: {fileKeyRef: {volumeName: conf, path: env, key: A}}}]}]'),
};

export const ENV_RULES = [envSource, envFromSource, envNames, envFile];

const ENV_SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'];
const FILE = 'fileKeyRef';
const ENV_FROM_SOURCES = ['configMapRef', 'secretRef'];

export function checkEnv({ container, at }: ContainerAt, pod: PodAt, broken: Broken, model: ApiModel) {
  if (Array.isArray(container.env)) {
    container.env.forEach((variable, index) => {
      if (isRecord(variable) && isRecord(variable.valueFrom)) { checkVariable(variable, pod, `${at}/env/${index}`, broken, model); }
    });
    forRepeated(container.env, variable => recordOf(variable).name, (variable, index) => {
      if (model.isSince(HIDING) && continues(variable)) { return; }
      broken(envNames, `${at}/env/${index}/name`, `${show(variable.name)} is set already`);
    });
  }
  if (Array.isArray(container.envFrom)) {
    forRecords(container.envFrom, (entry, index) => checkEnvFrom(entry, `${at}/envFrom/${index}`, broken));
  }
}

/** Since then the server warns of a variable only if the one before is lost. */
const HIDING = '1.28';

/** True for `$(PATH):/opt/bin` of PATH, which has the earlier value in it. */
function continues({ name, value, valueFrom }: Record<string, any>): boolean {
  return !isGiven(valueFrom) && typeof value === 'string' && value.includes(`$(${name})`) && value !== `$(${name})`;
}

function checkVariable({ name, value, valueFrom }: Record<string, any>, { containers, spec }: PodAt, at: string, broken: Broken, model: ApiModel) {
  // A source that is off is dropped before the server counts them.
  const given = givenOf(valueFrom, model.isOff('EnvFiles') ? ENV_SOURCES : [...ENV_SOURCES, FILE]);
  if (given.length === 0) {
    broken(envSource, `${at}/valueFrom`, `valueFrom of ${show(name)} names no source`);
  } else if (isText(value)) {
    broken(envSource, `${at}/valueFrom`, `${show(name)} has both a value and valueFrom`);
  } else if (given.length > 1) {
    broken(envSource, `${at}/valueFrom/${given[1]}`, `valueFrom of ${show(name)} names ${given.length} sources at once: ${namesIn(given, 'and')}`);
  }
  if (isGiven(valueFrom.fieldRef)) { checkFieldRef(valueFrom.fieldRef, envFields(model), `${at}/valueFrom/fieldRef`, broken); }
  if (isRecord(valueFrom.fileKeyRef)) { checkFile(valueFrom.fileKeyRef, spec, `${at}/valueFrom/fileKeyRef`, broken); }
  if (isRecord(valueFrom.resourceFieldRef)) {
    const { containerName } = valueFrom.resourceFieldRef;
    checkResourceFieldRef(valueFrom.resourceFieldRef, `${at}/valueFrom/resourceFieldRef`, broken);
    if (isText(containerName) && !containers.some(other => other.container.name === containerName)) {
      broken(resourceFieldContainer, `${at}/valueFrom/resourceFieldRef/containerName`, `the Pod has no container ${show(containerName)}`);
    }
  }
}

function checkFile({ volumeName }: Record<string, any>, spec: Record<string, any>, at: string, broken: Broken) {
  if (!isText(volumeName)) { return; }
  const volume = listOf(spec.volumes).find(candidate => recordOf(candidate).name === volumeName);
  if (!volume) {
    broken(envFile, `${at}/volumeName`, `the Pod has no volume ${show(volumeName)}`);
  } else if (!isEmptyDir(volume)) {
    broken(envFile, `${at}/volumeName`, `the volume ${show(volumeName)} is no emptyDir`);
  }
}

function checkEnvFrom(entry: Record<string, any>, at: string, broken: Broken) {
  const given = givenOf(entry, ENV_FROM_SOURCES);
  if (given.length === 0) { broken(envFromSource, at, 'it names neither a ConfigMap nor a Secret'); }
  if (given.length > 1) { broken(envFromSource, `${at}/${given[1]}`, 'it names both a ConfigMap and a Secret'); }
}

import { CONFIGURATION_FILES } from './configuration-files';
import { Finding } from './finding';
import { isClusterScopedKind } from '../kubernetes/kinds';
import { DeclaredObject, Environment } from '../manifest/environment';

/** What a declaration lists as plain text. */
const TEXT_LISTS = ['provisioners', 'nodeLabels'] as const;

/** The lists of text that are not empty, such as `provisioners: [example.com/nfs]`. */
function textLists(environment: Environment, textIn: (text: string) => string): string[] {
  return TEXT_LISTS.filter(name => environment[name]?.length).map(name => `${name}: [${environment[name]!.map(textIn).join(', ')}]`);
}

/** A declaration as it is written into the configuration file. */
export function inConfiguration(environment: Environment): string {
  const { objects = [] } = environment;
  const parts = [
    ...objects.length > 0 ? [`objects: [${objects.map(objectInYaml).join(', ')}]`] : [],
    ...textLists(environment, textInYaml),
  ];
  return `in ${CONFIGURATION_FILES[0]} write environment: {${parts.join(', ')}}`;
}

function objectInYaml({ kind, namespace, name }: DeclaredObject): string {
  return `{kind: ${textInYaml(kind)}, ${namespace ? `namespace: ${textInYaml(namespace)}, ` : ''}name: ${textInYaml(name)}}`;
}

/** Quoted where a reader of YAML would not see text. */
function textInYaml(text: string): string {
  return /^[a-z][\w./-]*$/i.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

/** What to write instead, and how to declare what exists, in one text. */
export function fixInWords({ fix, declaration }: Pick<Finding, 'fix' | 'declaration'>): string {
  return declaration ? `${fix}; ${inConfiguration(declaration)}` : fix;
}

/** A declaration as `environment` of the options of a check has it. */
export function inOptions(environment: Environment): string {
  const { objects = [] } = environment;
  const parts = [
    ...objects.length > 0 ? [`objects: [${objects.map(objectInCode).join(', ')}]`] : [],
    ...textLists(environment, textInCode),
  ];
  return `environment: { ${parts.join(', ')} }`;
}

function objectInCode({ kind, namespace, name }: DeclaredObject): string {
  return `{ kind: ${textInCode(kind)}, ${namespace ? `namespace: ${textInCode(namespace)}, ` : ''}name: ${textInCode(name)} }`;
}

/**
 * A declaration as it is written in code.
 *
 * @param chartNamespace what `Checks.of(chart)` takes if no namespace is given
 */
export function inCode(environment: Environment, chartNamespace = 'default'): string {
  const { objects = [] } = environment;
  return [
    ...objects.map(object => `Checks.of(chart).exists(${textInCode(object.kind)}, ${textInCode(object.name)}${namespaceInCode(object, chartNamespace)})`),
    ...textLists(environment, textInCode).map(list => `Checks.of(chart).declare({ ${list} })`),
  ].join('; ');
}

function namespaceInCode({ kind, namespace = '' }: DeclaredObject, chartNamespace: string): string {
  return namespace === '' || namespace === chartNamespace || isClusterScopedKind(kind) ? '' : `, { namespace: ${textInCode(namespace)} }`;
}

function textInCode(text: string): string {
  // eslint-disable-next-line no-control-regex -- they need escapes, too
  return /['\\\u0000-\u001f]/.test(text) ? JSON.stringify(text) : `'${text}'`;
}

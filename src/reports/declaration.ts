import { CONFIGURATION_FILES } from './configuration-files';
import { Finding } from './finding';
import { isClusterScopedKind } from '../kubernetes/kinds';
import { DeclaredObject, Environment } from '../manifest/environment';

/** A declaration as it is written into the configuration file. */
export function inConfiguration({ objects = [], provisioners = [] }: Environment): string {
  const parts = [
    ...objects.length > 0 ? [`objects: [${objects.map(objectInYaml).join(', ')}]`] : [],
    ...provisioners.length > 0 ? [`provisioners: [${provisioners.map(textInYaml).join(', ')}]`] : [],
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
export function inOptions({ objects = [], provisioners = [] }: Environment): string {
  const parts = [
    ...objects.length > 0 ? [`objects: [${objects.map(objectInCode).join(', ')}]`] : [],
    ...provisioners.length > 0 ? [`provisioners: [${provisioners.map(textInCode).join(', ')}]`] : [],
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
export function inCode({ objects = [], provisioners = [] }: Environment, chartNamespace = 'default'): string {
  return [
    ...objects.map(object => `Checks.of(chart).exists(${textInCode(object.kind)}, ${textInCode(object.name)}${namespaceInCode(object, chartNamespace)})`),
    ...provisioners.length > 0 ? [`Checks.of(chart).declare({ provisioners: [${provisioners.map(textInCode).join(', ')}] })`] : [],
  ].join('; ');
}

function namespaceInCode({ kind, namespace = '' }: DeclaredObject, chartNamespace: string): string {
  return namespace === '' || namespace === chartNamespace || isClusterScopedKind(kind) ? '' : `, { namespace: ${textInCode(namespace)} }`;
}

function textInCode(text: string): string {
  return /['\\]/.test(text) ? JSON.stringify(text) : `'${text}'`;
}

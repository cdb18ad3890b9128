import { Docs, Located, Method, Type, TypeReference, Value } from './assembly';
import { GROUPS, Group, MOST_USED } from './groups';

const OWN = 'cdk8s-stateful.';

/** What stands above the constructor of every construct; it would be the same on every page. */
const CONSTRUCT_PARAMETERS = 'scope, id, ';

/** The pages by their paths: `API.md` and one for each group. */
export function apiPages(types: readonly Type[]): Map<string, string> {
  const byName = new Map(types.map(type => [type.name, type]));
  const typesOf = (group: Group) => group.types.flatMap(name => byName.get(name) ?? []);
  return new Map([
    ['API.md', frontPage(typesOf)],
    ...GROUPS.map(group => [`docs/api/${group.id}.md`, groupPage(group, typesOf(group))] as const),
  ]);
}

function frontPage(typesOf: (group: Group) => Type[]): string {
  const all = GROUPS.flatMap(group => typesOf(group).map(type => ({ group, type })));
  const used = MOST_USED.flatMap(name => all.find(({ type }) => type.name === name) ?? []);
  return [
    '# API',
    '',
    'The ten things that people use most:',
    '',
    ...used.map(({ group, type }) => `- [\`${type.name}\`](docs/api/${group.id}.md#${anchor(type.name)}): ${firstSentence(type.docs)}`),
    '',
    '## All pages',
    '',
    '| page | when you need it | what is there |',
    '| --- | --- | --- |',
    ...GROUPS.map(group => `| [${group.title}](docs/api/${group.id}.md) | ${group.purpose} | ${typesOf(group).filter(isMain).map(({ name }) => `\`${name}\``).join(', ')} |`),
    '',
    'The pages are written by `npx projen docs:api` out of the docstrings.',
    '',
  ].join('\n');
}

/** Most props and options are found from what takes them. */
function isMain({ name }: Type): boolean {
  return !/(Props|Options)$/.test(name);
}

function groupPage(group: Group, types: readonly Type[]): string {
  return [
    `# ${group.title}`,
    '',
    `${group.purpose} All pages: [API](../../API.md).`,
    '',
    ...types.filter(isMain).map(({ name, docs }) => `- [\`${name}\`](#${anchor(name)}): ${firstSentence(docs)}`),
    '',
    ...types.flatMap(section),
  ].join('\n');
}

function section(type: Type): string[] {
  const { name, docs, initializer, properties = [], methods = [], members = [] } = type;
  const inherited = [type.base, ...type.interfaces ?? []].flatMap(fqn => fqn?.startsWith(OWN) ? link({ fqn }) : []);
  const factories = asWritten(methods).filter(method => method.static);
  const others = asWritten(methods).filter(method => !method.static);
  return [
    `## ${name}`,
    '',
    textOf(docs),
    '',
    ...initializer?.parameters && !type.abstract ? [`\`new ${name}(${parametersOf(initializer)})\``, ''] : [],
    ...inherited.length > 0 ? [`${type.datatype ? 'Takes all props of' : 'It is also'} ${inherited.join(', ')}.`, ''] : [],
    ...table(['value', 'meaning'], members.map(member => [`\`${member.name}\``, cell(member.docs)])),
    ...type.datatype
      ? table(['prop', 'type', 'default', 'meaning'], requiredFirst(properties).map(property => [`\`${property.name}\``, link(property.type), defaultOf(property), cell(property.docs)]))
      : table(['property', 'type', 'meaning'], asWritten(properties).map(property => [`\`${property.name}\``, link(property.type), `${cell(property.docs)}${absence(property)}`])),
    ...table(['factory', 'meaning'], factories.map(method => [`\`${name}.${signature(method)}\``, methodCell(method)])),
    ...table(['method', 'returns', 'meaning'], others.map(method => [`\`${signature(method)}\``, method.returns ? link(method.returns.type) : 'nothing', methodCell(method)])),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return rows.length === 0 ? [] : [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function requiredFirst(properties: readonly Value[]): Value[] {
  const inOrder = asWritten(properties);
  return [...inOrder.filter(({ optional }) => !optional), ...inOrder.filter(({ optional }) => optional)];
}

/** jsii sorts members by name. */
function asWritten<T extends Located>(members: readonly T[]): T[] {
  const lineOf = ({ locationInModule }: T) => locationInModule?.line ?? 0;
  return [...members].sort((one, other) => lineOf(one) - lineOf(other));
}

/** `@default` is a value, or a sentence after a dash. */
function defaultOf({ optional, docs }: Value): string {
  if (!optional) { return '**required**'; }
  const text = oneLine(docs?.default ?? '');
  return text.startsWith('- ') ? text.slice(2) : `\`${text}\``;
}

function absence({ optional, docs }: Value): string {
  return optional && docs?.default ? ` Without it: ${oneLine(docs.default).replace(/^- /, '')}.` : '';
}

function signature(method: Method): string {
  return `${method.name}(${parametersOf(method)})`;
}

function parametersOf({ parameters = [] }: Method): string {
  const isConstruct = parameters[0]?.type.fqn === 'constructs.Construct' && parameters[1]?.name === 'id';
  const written = isConstruct ? parameters.slice(2) : parameters;
  return `${isConstruct ? CONSTRUCT_PARAMETERS : ''}${written.map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${plain(type)}`).join(', ')}`;
}

function methodCell(method: Method): string {
  const parameters = (method.parameters ?? []).filter(({ docs }) => docs?.summary).map(({ name, docs }) => `\`${name}\`: ${cell(docs).replace(/\.$/, '')}.`);
  const { custom, returns } = method.docs ?? {};
  return [
    ...method.protected ? ['(For subclasses.)'] : [],
    cell(method.docs),
    ...parameters,
    ...returns ? [`Returns ${oneLine(returns)}.`] : [],
    ...custom?.throws ? [`Throws ${oneLine(custom.throws).replace(/^If /, 'if ').replace(/\.$/, '')}.`] : [],
  ].join(' ');
}

function firstSentence(docs: Docs = {}): string {
  return oneLine(docs.summary ?? '').replace(/[;:]$/, '.');
}

function textOf(docs: Docs = {}): string {
  const { summary = '', remarks = '' } = docs;
  const lines = `${summary}${/[.!?]$/.test(summary) ? '\n\n' : ' '}${remarks}`.trim();
  return `${withLinks(lines.replace(/(\S)\n(?![\n -])/g, '$1 '))}${see(docs, '\n\n')}`;
}

function cell(docs: Docs = {}): string {
  return `${withLinks(oneLine([docs.summary, docs.remarks].filter(Boolean).join(' ')))}${see(docs, ' ')}`;
}

/** Docstrings name pages as the repository has them. */
function withLinks(text: string): string {
  return text.replace(/docs\/([\w-]+)\.md/g, '[docs/$1.md](../$1.md)');
}

function see({ see: page }: Docs, gap: string): string {
  return page ? `${gap}See <${page}>.` : '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();
}

/** A type as TypeScript has it. */
function plain({ primitive, fqn, collection }: TypeReference): string {
  if (collection) { return collection.kind === 'array' ? `${plain(collection.elementtype)}[]` : `{ [key: string]: ${plain(collection.elementtype)} }`; }
  if (fqn) { return fqn.slice(fqn.lastIndexOf('.') + 1); }
  return primitive === 'json' ? 'object' : primitive!;
}

/** The same with a link, if the type is ours. */
function link(type: TypeReference): string {
  const { fqn = '' } = type.collection?.elementtype ?? type;
  const name = fqn.startsWith(OWN) ? fqn.slice(OWN.length) : '';
  const group = GROUPS.find(({ types }) => types.includes(name));
  return group ? `[\`${plain(type)}\`](${group.id}.md#${anchor(name)})` : `\`${plain(type)}\``;
}

function anchor(name: string): string {
  return name.toLowerCase();
}

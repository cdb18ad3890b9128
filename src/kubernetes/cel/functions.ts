import { CelType, commonType, headOf, isOpen, itemOf, mayBeSame } from './type';
import { Validity } from '../api/lifetime';
import { once } from '../once';

/**
 * One way to call a function: `(string).contains(string): bool`. Behind the parameters is the type of the result. `item` is
 * what the first operand has in it, `same` is the type of the first operand, `list` as well, which is surely a list, and `any`
 * takes every type.
 */
type Signature = string;

interface Library extends Validity {
  readonly functions: readonly Signature[];
}

const TIME_PARTS = ['getFullYear', 'getMonth', 'getDayOfYear', 'getDayOfMonth', 'getDate', 'getDayOfWeek', 'getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'];
const COMPARED = ['bool', 'string', 'bytes', 'timestamp', 'duration', 'int', 'uint', 'double'];
const COMPARISONS = ['<', '<=', '>', '>='];
const IP_KINDS = ['isUnspecified', 'isLoopback', 'isLinkLocalMulticast', 'isLinkLocalUnicast', 'isGlobalUnicast'];
const FORMATS = [
  'dns1123Label', 'dns1123Subdomain', 'dns1035Label', 'qualifiedName', 'dns1123LabelPrefix', 'dns1123SubdomainPrefix', 'dns1035LabelPrefix',
  'labelValue', 'uri', 'uuid', 'byte', 'date', 'datetime',
];

/** Functions and operators, each library with the first minor that takes it in a new expression: the one after that which knew it first. */
const LIBRARIES: readonly Library[] = [
  {
    functions: [
      '&&(bool, bool): bool', '||(bool, bool): bool', '!(bool): bool', 'minus(int): int', 'minus(double): double',
      ...COMPARISONS.flatMap(operator => COMPARED.map(type => `${operator}(${type}, ${type}): bool`)),
      ...['+', '-', '*', '/'].flatMap(operator => ['int', 'uint', 'double'].map(type => `${operator}(${type}, ${type}): ${type}`)),
      '%(int, int): int', '%(uint, uint): uint',
      '+(string, string): string', '+(bytes, bytes): bytes', '+(list, same): same', '+(duration, duration): duration',
      '+(duration, timestamp): timestamp', '+(timestamp, duration): timestamp',
      '-(duration, duration): duration', '-(timestamp, duration): timestamp', '-(timestamp, timestamp): duration',
      'in(any, list): bool', 'in(any, map): bool',
      'size(string|bytes|list|map): int', '(string|bytes|list|map).size(): int',
      'type(any): type', 'dyn(any): dyn', 'bool(bool|string): bool', 'bytes(bytes|string): bytes',
      'double(double|int|string|uint): double', 'duration(duration|string|int): duration', 'int(int|double|duration|string|timestamp|uint): int',
      'string(string|bool|bytes|double|duration|int|timestamp|uint): string', 'timestamp(timestamp|int|string): timestamp', 'uint(uint|double|int|string): uint',
      '(string).contains(string): bool', '(string).startsWith(string): bool', '(string).endsWith(string): bool',
      '(string).matches(string): bool',
      ...TIME_PARTS.flatMap(part => [`(timestamp).${part}(): int`, `(timestamp).${part}(string): int`]),
      ...TIME_PARTS.slice(6).map(part => `(duration).${part}(): int`),
      '(string).charAt(int): string', '(string).indexOf(string): int', '(string).indexOf(string, int): int', '(string).lastIndexOf(string): int',
      '(string).lastIndexOf(string, int): int', '(string).lowerAscii(): string', '(string).upperAscii(): string', '(string).trim(): string',
      '(string).replace(string, string): string', '(string).replace(string, string, int): string', '(string).split(string): list<string>',
      '(string).split(string, int): list<string>', '(string).substring(int): string', '(string).substring(int, int): string',
      '(list<string>).join(): string', '(list<string>).join(string): string',
      'url(string): URL', 'isURL(string): bool', '(URL).getQuery(): map<list<string>>',
      ...['getScheme', 'getHost', 'getHostname', 'getPort', 'getEscapedPath'].map(part => `(URL).${part}(): string`),
      '(string).find(string): string', '(string).findAll(string): list<string>', '(string).findAll(string, int): list<string>',
      '(list).isSorted(): bool', '(list<int>|list<uint>|list<double>|list<duration>).sum(): item', '(list).max(): item', '(list).min(): item', '(list).indexOf(any): int', '(list).lastIndexOf(any): int',
    ],
  },
  {
    since: '1.28',
    functions: [
      'matches(string, string): bool',
      '(Authorizer).path(string): PathCheck', '(Authorizer).group(string): GroupCheck', '(Authorizer).serviceAccount(string, string): Authorizer',
      '(GroupCheck).resource(string): ResourceCheck', '(PathCheck|ResourceCheck).check(string): Decision',
      ...['subresource', 'namespace', 'name'].map(part => `(ResourceCheck).${part}(string): ResourceCheck`),
      '(Decision).errored(): bool', '(Decision).error(): string', '(Decision).allowed(): bool', '(Decision).reason(): string',
    ],
  },
  {
    since: '1.29',
    functions: [
      ...COMPARISONS.map(operator => `${operator}(int|uint|double, int|uint|double): bool`),
      'quantity(string): Quantity', 'isQuantity(string): bool', 'sign(Quantity): int', '(Quantity).isGreaterThan(Quantity): bool',
      '(Quantity).isLessThan(Quantity): bool', '(Quantity).compareTo(Quantity): int', '(Quantity).asApproximateFloat(): double',
      '(Quantity).asInteger(): int', '(Quantity).isInteger(): bool', '(Quantity).add(Quantity|int): Quantity', '(Quantity).sub(Quantity|int): Quantity',
      'optional.of(any): unknown', 'optional.ofNonZeroValue(any): unknown', 'optional.none(): unknown',
      '(optional).value(): item', '(optional).hasValue(): bool', '(optional).or(any): unknown', '(optional).orValue(any): unknown',
    ],
  },
  {
    since: '1.30',
    functions: [
      '(string).format(list): string', 'strings.quote(string): string',
      ...['contains', 'equivalent', 'intersects'].map(name => `sets.${name}(list, same): bool`),
    ],
  },
  {
    since: '1.31',
    functions: [
      'ip(string): IP', 'isIP(string): bool', 'ip.isCanonical(string): bool', '(IP).family(): int', ...IP_KINDS.map(kind => `(IP).${kind}(): bool`),
      'cidr(string): CIDR', 'isCIDR(string): bool', '(CIDR).containsIP(string|IP): bool', '(CIDR).containsCIDR(string|CIDR): bool', '(CIDR).ip(): IP',
      '(CIDR).prefixLength(): int', '(CIDR).masked(): CIDR', 'string(IP|CIDR): string',
    ],
  },
  {
    since: '1.32',
    functions: [
      ...FORMATS.map(name => `format.${name}(): Format`), 'format.named(string): optional<Format>', '(Format).validate(string): optional<list<string>>',
      '(ResourceCheck).fieldSelector(string): ResourceCheck', '(ResourceCheck).labelSelector(string): ResourceCheck',
      'jsonpatch.escapeKey(string): string',
    ],
  },
  {
    since: '1.33',
    functions: ['(list).first(): optional', '(list).last(): optional'],
  },
  {
    since: '1.34',
    functions: [
      'semver(string): Semver', 'semver(string, bool): Semver', 'isSemver(string): bool', 'isSemver(string, bool): bool', '(Semver).isGreaterThan(Semver): bool',
      '(Semver).isLessThan(Semver): bool', '(Semver).compareTo(Semver): int', ...['major', 'minor', 'patch'].map(part => `(Semver).${part}(): int`),
    ],
  },
  {
    since: '1.35',
    functions: [
      '(list).slice(int, int): list', '(list<list>).flatten(): list<unknown>', '(list<list>).flatten(int): list<unknown>', '(list).sort(): same', '(list).reverse(): list',
      '(list).distinct(): list', 'lists.range(int): list<int>',
    ],
  },
];

interface Way extends Validity {
  readonly isMember: boolean;
  /** The types that each operand may have; of a member the first is what stands before it. */
  readonly operands: readonly (readonly string[])[];
  readonly result: CelType;
}

const waysByName = once(() => {
  const ways = new Map<string, Way[]>();
  for (const { functions, ...validity } of LIBRARIES) {
    for (const signature of functions) {
      const [, before, name, between, result] = /^(?:\(([^)]+)\)\.)?([^(]+)\(([^)]*)\): (.+)$/.exec(signature)!;
      const operands = [...before ? [before] : [], ...between ? between.split(', ') : []].map(types => types.split('|'));
      ways.set(name, [...ways.get(name) ?? [], { ...validity, isMember: before !== undefined, operands, result }]);
    }
  }
  return ways;
});

/** The ways to call a function; none if there is no function of this name. */
export function waysOf(name: string, holds: (validity: Validity) => boolean): Way[] {
  return (waysByName().get(name) ?? []).filter(holds);
}

/** What a call comes to; undefined if no way fits. */
export function resultOf(ways: readonly Way[], isMember: boolean, given: readonly CelType[]): CelType | undefined {
  const fitting = ways.filter(way => way.isMember === isMember && way.operands.length === given.length
    && way.operands.every((types, index) => {
      const [wanted] = types[0] === 'same' ? way.operands : [types];
      return wanted.some(type => fits(given[index], type)) && (wanted === types || mayBeSame(given[0], given[index]));
    }));
  return fitting.length === 0 ? undefined : commonType(fitting.map(({ result }) => resultFor(result, given[0])));
}

function fits(given: CelType, wanted: CelType): boolean {
  return wanted === 'any' || isOpen(given) || headOf(given) === headOf(wanted) && (!wanted.includes('<') || mayBeSame(itemOf(given), itemOf(wanted)));
}

function resultFor(result: CelType, first: CelType): CelType {
  if (result === 'item') { return itemOf(first); }
  if (result === 'list') { return isOpen(first) ? `list<${first}>` : first; }
  return result === 'same' ? isOpen(first) ? 'unknown' : first : result;
}

import { evaluate, evaluateText } from '../../../src/checks/custom-resources/cel';

const self = { size: 3n, most: 2n, name: 'a,b', list: [1n, 2n], address: '10Gi' };

test.each<[string, boolean]>([
  ['self.size > 2', true],
  ['has(self.least)', false],
  ["self.name.split(',').size() == 2", true],
  ['self.list.isSorted() && self.list.sum() == 3 && self.list.min() == 1 && self.list.max() == 2', true],
  ['self.list.indexOf(2) == 1 && self.list.lastIndexOf(1) == 0', true],
  ["self.name.find('[b-z]') == 'b' && self.name.replace(',', '') == 'ab' && self.name.charAt(0) == 'a'", true],
  ["isQuantity(self.address) && !isQuantity('x')", true],
])('%s', (rule, holds) => {
  expect(evaluate(rule, { self })).toEqual({ holds });
});

test('a rule that breaks off on a value is an error, as it is for the server', () => {
  expect(evaluate('self.none > 1', { self })).toEqual({ error: 'No such key: none' });
  expect(evaluate('self.list[7] > 1', { self })).toHaveProperty('error');
});

test.each(['format.dns1123Label().validate(self.name).hasValue()', 'self.size >', 'self.size'])('what %s says is not known', rule => {
  expect(evaluate(rule, { self })).toHaveProperty('unknown');
});

test('a message is a text, or none', () => {
  expect(evaluateText("'at most ' + string(self.most)", { self })).toBe('at most 2');
  expect(evaluateText('self.most', { self })).toBeUndefined();
  expect(evaluateText('self.none', { self })).toBeUndefined();
  expect(evaluateText('(', { self })).toBeUndefined();
});

test.each<[string, boolean]>([
  ["quantity(self.address).isLessThan(quantity('11Gi')) && quantity('1Gi') == quantity('1024Mi')", true],
  ["quantity('1500m').add(1).compareTo(quantity('2')) == 1 && !quantity('1500m').isInteger() && quantity('2k').asInteger() == 2000", true],
  ["isIP('10.0.0.1') && !isIP('10.0.0') && ip('fd00::1').family() == 6", true],
  ["cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP(ip('11.0.0.0')) && cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')", true],
  ["cidr('10.0.0.0/8').containsCIDR(cidr('10.0.0.0/8')) && cidr('10.0.0.0/8').prefixLength() == 8", true],
  ["isURL('https://a.b') && !isURL('a b') && url('HTTPS://me@a.b:443/c?d=e').getScheme() == 'https'", true],
  ["url('https://me@a.b:443/c?d=e').getHost() == 'a.b:443' && url('https://[::1]:80/c').getHostname() == '::1' && url('https://a.b:443/c').getPort() == '443'", true],
  ["url('https://a.b').getEscapedPath() == '' && url('/a/b').getHost() == '' && url('/a/b').getEscapedPath() == '/a/b'", true],
  ['sets.contains(self.list, [1]) && sets.intersects(self.list, [2, 3]) && !sets.equivalent(self.list, [1])', true],
  ["matches(self.name, '^a')", true],
])('libraries of Kubernetes: %s', (rule, holds) => {
  expect(evaluate(rule, { self })).toEqual({ holds });
});

test.each(["quantity(self.name) == quantity('1')", 'ip(self.name).family() == 4', 'cidr(self.name).prefixLength() == 8', "url('a b').getHost() == ''", "quantity('1500m').asInteger() == 1",
  "duration(self.name) > duration('1s')", 'int(self.name) == 1'])('%s breaks off, as on the server', rule => {
  expect(evaluate(rule, { self })).toHaveProperty('error');
});

test('a duration of nothing is taken by the server', () => {
  expect(evaluate("duration('0') < duration(self.name)", { self: { name: '1s' } })).not.toHaveProperty('error');
});

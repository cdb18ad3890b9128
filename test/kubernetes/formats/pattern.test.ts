import { patternFault } from '../../../src/kubernetes/formats/pattern';

describe('regular expressions of Go', () => {
  test.each([
    ['^[a-z]([-a-z0-9]*[a-z0-9])?$'],
    ['^(\\d+|\\d*\\.\\d+)(m|Ki|Mi)?$'],
    ['(?i)^yes|no$'],
    ['(?:a|b)+?'],
    ['(?P<year>\\d{4})-(?<month>\\d{2})'],
    ['^.{1,1000}$'],
    ['[]a^-]+'],
    ['[^]]*'],
    ['[[:alpha:]_]{2,}'],
    ['a{,3}b{x}'],
    ['\\x{2028}\\p{Greek}\\.'],
    ['a|'],
    ['(a{100}){10}'],
    ['(a{5,}){200}b{1000}'],
    ['(a{1000})*(b{1000}){1}'],
    ['((a{1000}){0}){1000}'],
    ['\\Q(a\\E+\\Q['],
    ['\\101\\012'],
    [''],
  ])('%s is one', pattern => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  test.each([
    ['(', 'not closed'],
    ['a)', 'closes nothing'],
    ['[a', 'not closed'],
    ['*a', 'repeats nothing'],
    ['a|+', 'repeats nothing'],
    ['a**', 'repeats nothing'],
    ['a+?*', 'repeats nothing'],
    ['^.{1,1001}$', 'more than 1000'],
    ['(a{100}){11}', 'more than 1000'],
    ['(?i:(?P<x>a{10}|b){10}c){11}', 'more than 1000'],
    ['((?i)a{100}){0,11}?', 'more than 1000'],
    ['a{2,1}', 'more than it allows'],
    ['^(?!x)a', 'looks around'],
    ['a(?<=b)', 'looks around'],
    ['(a)\\1', 'refers back'],
    ['(?%)', 'begins no group'],
    ['a\\', 'backslash'],
  ])('%s is none: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toContain(fault);
  });
});

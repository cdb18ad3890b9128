import { explore, withPerl } from './explorer';

const { test: perlTest } = withPerl;

/** Rules of the protocol, and what the explorer finds where one of them is broken. */
const BROKEN: [rule: string, found: RegExp, length?: string][] = [
  ['the list shrinks before the server knows', /lost/],
  ['the list shrinks before what was acknowledged is on its members', /lost/],
  ['the server gets names before the list has them', /lost/],
  ['one answer too few is enough', /lost/],
  // On shorter ways the first thing found is that nobody goes on.
  ['a time line is used again', /exists twice/, '250'],
  ['a holder whose Lease is over goes on', /two members|lost/],
  ['others may take the Lease at once', /two members/],
  ['an emptied Lease is filled without asking all', /two members|lost/],
  ['who cannot start tries for ever', /nobody goes on/],
  ['a rewind that did not help is tried again', /nobody goes on/],
];

perlTest.each(BROKEN)('the explorer finds what goes wrong if %s', (rule, what, length = '150') => {
  const found = explore('--depth', '1', '--walks', '3000', '--length', length, '--broken', rule);

  expect(found.broken).toMatch(what);
});

perlTest.each(['agree', 'any'])('three members lose nothing in any order of five actions, nor on a thousand long ways, when clocks are: %s', clocks => {
  const found = explore('--depth', '5', '--walks', '1000', '--seed', '7', '--clocks', clocks);

  expect(found.broken).toBeUndefined();
  expect(found.states).toBeGreaterThan(8000);
});

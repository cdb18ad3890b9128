import { Construct } from 'constructs';
import { brokenRules, duplicates, refuse } from '../../src/props/problems';
import { newChart, refusals } from '../support/synth';

const RULES = [
  { broken: (props: { n: number }) => props.n < 0, message: (props: { n: number }) => `negative: ${props.n}` },
  { broken: (props: { n: number }) => props.n % 2 !== 0, message: () => 'odd' },
];

test('all broken rules are told, with the value', () => {
  expect(brokenRules({ n: -3 }, RULES)).toEqual(['negative: -3', 'odd']);
  expect(brokenRules({ n: 2 }, RULES)).toEqual([]);
});

test('each repeated value is told once', () => {
  expect(duplicates(['a', 'b', 'a', 'a'], String, value => `two ${value}`)).toEqual(['two a']);
});

test('a construct without problems is not refused', () => {
  const chart = newChart();

  expect(refuse(new Construct(chart, 'good'), [])).toBe(false);
  expect(refusals(chart)).toEqual([]);
});

test('synthesis tells the problems of all refused constructs with their paths, each once', () => {
  const chart = newChart();

  refuse(new Construct(chart, 'one'), ['wrong', 'wrong', 'bad']);
  refuse(new Construct(chart, 'two'), ['worse']);

  expect(refusals(chart)).toEqual(['[chart/one] wrong', '[chart/one] bad', '[chart/two] worse']);
});

import * as fc from 'fast-check';
import { topologicalOrder } from '../../src/synthesis/topological-order';

const error = (cycle: number[]) => new Error(cycle.join(' '));

test('every vertex comes once, after all it depends on', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 60 }), pairs => {
    const edges = pairs.filter(([from, to]) => from > to);
    const vertices = Array.from({ length: 20 }, (_, i) => i);

    const order = topologicalOrder(vertices, from => edges.filter(([source]) => source === from).map(([, to]) => to), error);

    expect([...order].sort((a, b) => a - b)).toEqual(vertices);
    expect(edges.every(([from, to]) => order.indexOf(to) < order.indexOf(from))).toBe(true);
  }));
});

test('a cycle is found wherever it is, and only what is on it is named', () => {
  const targets = [[1], [2], [3], [1], []];

  expect(() => topologicalOrder([4, 0, 1, 2, 3], from => targets[from], error)).toThrow(/^1 2 3$/);
});

test('a target that is no vertex stands for its own targets and is never named', () => {
  const group = 100;
  const targets: Record<number, number[]> = { 0: [group], 1: [group], [group]: [2, 3], 2: [], 3: [] };

  expect(topologicalOrder([0, 1, 2, 3], from => targets[from], error)).toEqual([2, 3, 0, 1]);
  expect(() => topologicalOrder([0, 1, 2, 3], from => from === 3 ? [1] : targets[from], error)).toThrow(/^3 1$|^1 3$/);
});

import * as fc from 'fast-check';
import { quorumProblems, tolerated } from '../../../src/constructs/databases/quorum';

test('those that may be lost and one more are never a majority, and without them there is one', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), replicas => {
    const lost = tolerated(replicas);

    expect(replicas - lost).toBeGreaterThan(replicas / 2);
    expect(replicas - lost - 1).toBeLessThanOrEqual(replicas / 2);
  }));
});

test('3, 5, 7 and 9 members form a cluster that votes', () => {
  const sizes = Array.from({ length: 30 }, (_, replicas) => replicas).filter(replicas => quorumProblems(replicas).length === 0);

  expect(sizes).toEqual([3, 5, 7, 9]);
});

test('what to write instead can be written', () => {
  fc.assert(fc.property(fc.oneof(fc.integer({ min: -5, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true })), replicas => {
    const instead = quorumProblems(replicas).map(problem => Number(/write 'replicas: (\d+)'$/.exec(problem)![1]));

    expect(instead.flatMap(quorumProblems)).toEqual([]);
  }));
});

import * as fc from 'fast-check';
import { request } from './request';
import { claimsUpTo, isPerPod } from '../../../src/constructs/storage/claim-names';

describe('the claims of an app', () => {
  test('continue where the replicas end', () => {
    const claims = request({ claimNames: ['data-web-3'], startOrdinal: 3 });

    const all = claimsUpTo(claims, 3);

    expect(all).toEqual(['data-web-3', 'data-web-4', 'data-web-5']);
  });

  test('are there for an app that has no replicas now', () => {
    const claims = request({ claimNames: [] });

    const all = claimsUpTo(claims, 2);

    expect(all).toEqual(['data-web-0', 'data-web-1']);
  });

  test('stay alone where all pods share one', () => {
    const claims = request({ claimNames: ['web-data'] });

    const all = claimsUpTo(claims, 3);

    expect(isPerPod(claims)).toBe(false);
    expect(all).toEqual(['web-data']);
  });

  test('are never fewer than the app has, and keep their order', () => {
    fc.assert(fc.property(fc.nat(20), fc.nat(20), fc.nat(5), (replicas, count, startOrdinal) => {
      const claimNames = Array.from({ length: replicas }, (_, index) => `data-web-${startOrdinal + index}`);

      const all = claimsUpTo(request({ claimNames, startOrdinal }), count);

      expect(all.slice(0, replicas)).toEqual(claimNames);
      expect(all).toHaveLength(Math.max(replicas, count));
    }));
  });
});

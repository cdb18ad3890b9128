import { CLAIM_PATTERN, STAYS_IN_EXPORT } from '../../../src/constructs/storage/sub-directory';

test.each([undefined, CLAIM_PATTERN, 'pages/${pvc.metadata.name}', 'a..b'])('%s stays in the export', subDir => {
  expect(STAYS_IN_EXPORT.broken({ subDir })).toBe(false);
});

test.each(['..', '../other', 'pages/../../other'])('%s leaves the export', subDir => {
  expect(STAYS_IN_EXPORT.broken({ subDir })).toBe(true);
});

import { ClaimRetention } from '../../../src/constructs/options/claim-retention';

test.each([
  ['retain', ClaimRetention.retain(), 'Retain', 'Retain'],
  ['deleteWhenScaled', ClaimRetention.deleteWhenScaled(), 'Delete', 'Retain'],
  ['deleteWhenDeleted', ClaimRetention.deleteWhenDeleted(), 'Retain', 'Delete'],
  ['deleteAlways', ClaimRetention.deleteAlways(), 'Delete', 'Delete'],
])('%s says so', (_, retention, whenScaled, whenDeleted) => {
  expect(retention.toPolicy()).toEqual({ whenScaled, whenDeleted });
});

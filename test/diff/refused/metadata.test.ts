import { object, refusals } from '../support';

const config = (metadata: Record<string, unknown> = {}) => ({ ...object('v1', 'ConfigMap', {}), metadata: { name: 'it', namespace: 'data', ...metadata } });

describe('metadata of the server', () => {
  test.each(['uid', 'resourceVersion', 'deletionTimestamp', 'deletionGracePeriodSeconds'])('another %s is refused', field => {
    expect(refusals(config(), config({ [field]: '2024-01-01T00:00:00Z' })).map(([rule]) => rule)).toContain('server-metadata');
  });

  test.each([[[{ manager: 'a' }]], [[]]])('managedFields %j are refused', managedFields => {
    expect(refusals(config(), config({ managedFields })).map(([rule]) => rule)).toContain('server-metadata');
  });

  test('managedFields that nobody can read are none', () => {
    expect(refusals(config(), config({ managedFields: [null] })).map(([rule]) => rule)).not.toContain('server-metadata');
  });

  test.each([['creationTimestamp', '2024-01-01T00:00:00Z'], ['generation', 7], ['selfLink', '/a']])('another %s is ignored', (field, value) => {
    expect(refusals(config(), config({ [field]: value }))).toEqual([]);
  });
});

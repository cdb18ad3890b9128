import { isRecord, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** Fields that the server sets; naming another value than the live one is an error. A creationTimestamp it just ignores. */
const SERVER_FIELDS = ['uid', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'resourceVersion'];

function serverFields({ given }: Update): ChangeStatement[] {
  const before = recordOf(given.before.metadata);
  const after = recordOf(given.after.metadata);
  return SERVER_FIELDS
    .filter(field => after[field] !== undefined && after[field] !== null && after[field] !== '' && after[field] !== before[field])
    .map(field => ({
      path: `/metadata/${field}`,
      part: field,
      before: before[field],
      after: after[field],
      message: `the API server sets metadata.${field} itself and refuses another value`,
    }));
}

function managedFields({ given }: Update): ChangeStatement[] {
  const { managedFields: fields } = recordOf(given.after.metadata);
  // What holds something else than mappings cannot be read, and counts as none.
  if (!Array.isArray(fields) || !fields.every(isRecord)) { return []; }
  return [{ path: '/metadata/managedFields', part: 'managedFields', message: 'server-side apply refuses a manifest that carries managedFields' }];
}

export const METADATA_RULES: readonly Rule[] = [{
  id: 'server-metadata',
  title: 'Metadata that belongs to the server',
  effect: 'refused',
  kinds: ['every kind'],
  fields: 'metadata.uid, deletionTimestamp, deletionGracePeriodSeconds, resourceVersion, managedFields',
  why: 'these fields are the server\'s; a manifest copied from a cluster carries them by accident',
  fix: 'remove the field from the manifest',
  updated: update => [...serverFields(update), ...managedFields(update)],
}];

import { containerPortWarnings } from './container-ports';
import { definitionWarnings } from './definitions';
import { filePathWarnings } from './file-paths';
import { fractionalByteWarnings } from './fractional-bytes';
import { hostNameWarnings } from './host-names';
import { ipSpellingWarnings } from './ip-spelling';
import { cronJobWarnings, jobWarnings } from './jobs';
import { nodeLabelWarnings } from './node-labels';
import { ownerWarnings } from './owner-references';
import { podWarnings } from './pods';
import { quotaWarnings } from './quotas';
import { retiredWarnings } from './retired';
import { serviceWarnings } from './services';
import { tlsSecretWarnings } from './tls-secrets';
import { volumeTypeWarnings } from './volume-types';
import { ObjectCheck } from '../../engine/object-check';

/** What the server takes, and warns of: it says so to whoever creates the object, in a header that few read. */
export const WARNING_CHECKS: readonly ObjectCheck[] = [
  podWarnings, ...nodeLabelWarnings, containerPortWarnings, filePathWarnings, ...fractionalByteWarnings, ...volumeTypeWarnings,
  hostNameWarnings, jobWarnings, cronJobWarnings, serviceWarnings, ...ipSpellingWarnings, quotaWarnings, tlsSecretWarnings, definitionWarnings,
  ...retiredWarnings, ownerWarnings,
];

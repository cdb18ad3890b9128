import { DNS_LABEL, shorter } from './dns-label';
import { DNS_SUBDOMAIN } from './dns-subdomain';

/** Pods carry the label `controller-revision-hash`: the name of the set, a dash and ten characters; a label holds 63. */
export const LONGEST_STATEFUL_SET_NAME = 52;

export const STATEFUL_SET_NAME = shorter(DNS_LABEL, LONGEST_STATEFUL_SET_NAME, 'for the labels of its pods add 11');

/** The controller makes a Job for each run: the name, a dash and the minutes since 1970. */
export const CRON_JOB_NAME = shorter(DNS_SUBDOMAIN, 52, 'because the controller appends 11 for each Job');

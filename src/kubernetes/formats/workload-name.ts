import { DNS_1035_LABEL, DNS_LABEL, shorter } from './dns-label';
import { DNS_SUBDOMAIN } from './dns-subdomain';
import { Format } from './format';

/** Pods carry the label `controller-revision-hash`: the name of the set, a dash and ten characters; a label holds 63. */
export const LONGEST_STATEFUL_SET_NAME = 52;

/** Name of a StatefulSet whose Service has the same name. */
export const STATEFUL_SET_NAME = shorter(DNS_1035_LABEL, LONGEST_STATEFUL_SET_NAME, 'for it names a Service too, and the labels of its pods add 11');

/** The controller makes a Job for each run: the name, a dash and the minutes since 1970. */
export const CRON_JOB_NAME = cronJob(DNS_SUBDOMAIN);

/** Name of a CronJob that a container has too. */
export const CRON_JOB_AND_CONTAINER_NAME = cronJob(DNS_LABEL);

function cronJob(name: Format<string>): Format<string> {
  return shorter(name, 52, 'because the controller appends 11 for each Job');
}

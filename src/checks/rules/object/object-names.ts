import { CANONICAL_IP } from '../../../kubernetes/formats/address';
import { DATA_KEY } from '../../../kubernetes/formats/data-key';
import { DNS_LABEL, SERVICE_NAME } from '../../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { Format, inVersion } from '../../../kubernetes/formats/format';
import { PATH_SEGMENT } from '../../../kubernetes/formats/other-names';
import { TRUST_BUNDLE_NAME } from '../../../kubernetes/formats/signer-name';
import { CRON_JOB_NAME } from '../../../kubernetes/formats/workload-name';
import { isClusterScoped } from '../../../kubernetes/kinds';
import { groupKindOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { RuleInfo } from '../../../reports/rule';
import { show } from '../../../reports/show';
import { ObjectCheck, Report } from '../../engine/object-check';

export const objectName: RuleInfo = {
  id: 'object-name',
  why: 'names become URLs, DNS names and file names, so each kind allows few characters',
  bad: 'apiVersion: v1\nkind: Service\nmetadata: {name: 1st-web}\nspec: {ports: [{port: 80}]}\n',
  good: 'apiVersion: v1\nkind: Service\nmetadata: {name: web-1}\nspec: {ports: [{port: 80}]}\n',
};

/** Kinds whose names need not be DNS subdomains, or are more, by `group/Kind`. */
const NAMES: Readonly<Record<string, Format>> = {
  '/Namespace': DNS_LABEL,
  '/Service': SERVICE_NAME,
  '/Event': PATH_SEGMENT,
  'policy/PodDisruptionBudget': PATH_SEGMENT,
  'certificates.k8s.io/CertificateSigningRequest': PATH_SEGMENT,
  'rbac.authorization.k8s.io/Role': PATH_SEGMENT,
  'rbac.authorization.k8s.io/ClusterRole': PATH_SEGMENT,
  'rbac.authorization.k8s.io/RoleBinding': PATH_SEGMENT,
  'rbac.authorization.k8s.io/ClusterRoleBinding': PATH_SEGMENT,
  'apiregistration.k8s.io/APIService': PATH_SEGMENT,
  'batch/CronJob': CRON_JOB_NAME,
  'networking.k8s.io/IPAddress': CANONICAL_IP,
  'coordination.k8s.io/LeaseCandidate': DATA_KEY,
  'certificates.k8s.io/ClusterTrustBundle': TRUST_BUNDLE_NAME,
};

/** Kinds that get a name if they have none, or of which only the name that is made counts, not what it begins with. */
const NAMED_BY_SERVER: ReadonlySet<string> = new Set(['/LimitRange']);
const ONLY_MADE_NAMES: ReadonlyMap<string, string> = new Map([['/ReplicationController', '1.35'], ['resource.k8s.io/DeviceClass', '1.35']]);

/** The server shortens what a name begins with, and appends five characters. */
const LONGEST_BEGINNING = 58;

/** Names and namespaces of objects, the derived ones included. */
export const OBJECT_NAMES: ObjectCheck = {
  checks: [objectName],
  run: (object, report, model) => {
    const { name, generateName, namespace } = recordOf(object.metadata);
    const key = groupKindOf(object);
    const format = inVersion(Object.hasOwn(NAMES, key) ? NAMES[key] : DNS_SUBDOMAIN, model.version);
    if (isText(generateName)) {
      const since = ONLY_MADE_NAMES.get(key);
      const isLookedAt = since === undefined || !model.isSince(since);
      const beginning = key === 'batch/CronJob' ? DNS_SUBDOMAIN : format;
      // Something is appended, so a trailing `-` is fine. Whatever the kind, it must not end a part of a URL.
      const isFine = isLookedAt
        ? checkFormat(beginning, 'generateName', generateName.replace(/-$/, 'a'), report)
        : checkFormat(PATH_SEGMENT, 'generateName', `${generateName}a`, report);
      if (isFine && !isText(name)) { checkFormat(format, 'generateName', `${generateName.slice(0, LONGEST_BEGINNING)}aaaaa`, report); }
    }
    if (isText(name)) {
      checkFormat(format, 'name', name, report);
    } else if (!isText(generateName) && (name === undefined || name === null || name === '') && !NAMED_BY_SERVER.has(key)) {
      report({ check: objectName, path: pointer('metadata', 'name'), message: `the ${object.kind} has no name`, fix: "write 'name' under 'metadata'" });
    }
    if (isText(namespace) && !isClusterScoped(object.apiVersion, object.kind)) { checkFormat(DNS_LABEL, 'namespace', namespace, report); }
  },
};

function checkFormat({ fits, mustBe }: Format, field: string, value: string, report: Report): boolean {
  if (fits(value)) { return true; }
  report({ check: objectName, path: pointer('metadata', field), message: `${show(value)}, but it must be ${mustBe}`, fix: `write ${mustBe}` });
  return false;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

import { CHECKS } from './checks';
import { Format } from './format';
import { isDnsLabel, isDnsSubdomain, isQualifiedName } from '../../kubernetes/names';

/** Something must be there: text, list items, keys. */
export const NOT_EMPTY: Format = {
  check: CHECKS.empty,
  mustBe: 'given',
  holds: value => typeof value !== 'object' || Object.keys(value).length > 0,
  notEmpty: true,
};

export const DNS_LABEL: Format = {
  check: CHECKS.name,
  mustBe: 'lower case letters, digits and `-`, beginning and ending with a letter or digit, at most 63 characters',
  holds: isDnsLabel,
};

/** As in RFC 1035: a DNS label that begins with a letter. */
export const DNS_1035_LABEL: Format = {
  check: CHECKS.name,
  mustBe: 'lower case letters, digits and `-`, beginning with a letter and ending with a letter or digit, at most 63 characters',
  holds: value => value.length <= 63 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(value),
};

export const DNS_SUBDOMAIN: Format = {
  check: CHECKS.name,
  mustBe: 'lower case letters, digits, `-` and `.`, each part beginning and ending with a letter or digit, at most 253 characters',
  holds: isDnsSubdomain,
};

/** A host name, or `*.` and a host name. */
export const HOST_OR_WILDCARD: Format = {
  ...DNS_SUBDOMAIN,
  mustBe: 'a host name in lower case, or `*.` and a host name',
  holds: value => isDnsSubdomain(value.replace(/^\*\./, '')),
};

/** A host name that may end with a dot. */
export const HOST_NAME: Format = {
  ...DNS_SUBDOMAIN,
  mustBe: 'a host name in lower case',
  holds: value => isDnsSubdomain(value.replace(/\.$/, '')),
};

/** Part of a URL, as names of RBAC objects are. */
export const PATH_SEGMENT: Format = {
  check: CHECKS.name,
  mustBe: 'a name without `/` and `%` that is neither `.` nor `..`',
  holds: value => value !== '.' && value !== '..' && !/[/%]/.test(value),
};

/** `name` or `example.com/name`: keys of labels, and much else. */
export const QUALIFIED_NAME: Format = {
  check: CHECKS.label,
  mustBe: 'a name of letters, digits, `-`, `_` and `.`, at most 63 characters, that may have a DNS name and `/` before it',
  holds: isQualifiedName,
  notEmpty: true,
};

/** Keys of annotations may hold upper case letters before the slash. */
export const ANNOTATION_KEY: Format = { ...QUALIFIED_NAME, holds: key => isQualifiedName(key.toLowerCase()) };

/** A key in a selector on nodes or Pods. */
export const LABEL_KEY: Format = QUALIFIED_NAME;

export const LABEL_VALUE: Format = {
  check: CHECKS.label,
  mustBe: 'letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit, at most 63 characters',
  holds: value => value.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(value),
};

/** `example.com/path`. */
export const DOMAIN_PREFIXED_PATH: Format = {
  check: CHECKS.name,
  mustBe: 'a DNS name, `/` and a path, such as `example.com/ingress`',
  holds: value => {
    const slash = value.indexOf('/');
    return value.length <= 250 && slash > 0 && isDnsSubdomain(value.slice(0, slash)) && /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(value.slice(slash + 1));
  },
};

export const ENV_NAME: Format = {
  check: CHECKS.envName,
  mustBe: 'letters, digits, `_`, `-` and `.`, not beginning with a digit or `..`',
  holds: value => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) && value !== '.' && !value.startsWith('..'),
};

export const DATA_KEY: Format = {
  check: CHECKS.dataKey,
  mustBe: 'letters, digits, `-`, `_` and `.`, not beginning with `..`, at most 253 characters',
  holds: value => value.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(value) && value !== '.' && !value.startsWith('..'),
  notEmpty: true,
};

export const HTTP_HEADER_NAME: Format = {
  check: CHECKS.name,
  mustBe: 'letters, digits and `-`',
  holds: value => /^[-A-Za-z0-9]+$/.test(value),
  notEmpty: true,
};

export const SYSCTL_NAME: Format = {
  check: CHECKS.name,
  mustBe: 'a kernel parameter such as `net.core.somaxconn`',
  holds: value => value.length <= 253 && /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*([a-z0-9]([-_a-z0-9]*[a-z0-9])?)$/.test(value),
  notEmpty: true,
};

/** Name of a CSI driver: upper case is allowed, and it is short. */
export const CSI_DRIVER_NAME: Format = {
  check: CHECKS.name,
  mustBe: 'a DNS name of at most 63 characters, such as `nfs.csi.k8s.io`',
  holds: value => value.length <= 63 && isDnsSubdomain(value.toLowerCase()),
  notEmpty: true,
};

/** The name of an iSCSI target or initiator. */
export const ISCSI_NAME: Format = {
  check: CHECKS.name,
  mustBe: 'an iSCSI name such as `iqn.2001-04.com.example:storage`, or one that begins with `eui.` or `naa.`',
  holds: value => /^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$|^eui.[A-Za-z0-9]{16}$|^naa.[A-Za-z0-9]{32}$/.test(value),
};

/** One of some words that the schema does not know. */
export function oneOf(...words: string[]): Format {
  return { check: CHECKS.word, mustBe: `one of ${words.join(', ')}`, holds: value => words.includes(value) };
}

/** Bytes in base64, as Go reads them: line breaks do not count. */
export const BASE64: Format = {
  check: CHECKS.base64,
  mustBe: 'base64',
  holds: value => {
    const digits = value.replace(/[\r\n]/g, '');
    return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
  },
};

/** A path below a directory, which cannot lead out of it. */
export const LOCAL_PATH: Format = {
  check: CHECKS.path,
  mustBe: 'a relative path without `..`',
  holds: value => !value.startsWith('/') && !hasBacksteps(value),
};

/** The same, and the first characters are not those that the kubelet uses itself. */
export const LOCAL_FILE: Format = {
  check: CHECKS.path,
  mustBe: 'a relative path without `..` that does not begin with `..`',
  holds: value => !value.startsWith('/') && !value.startsWith('..') && !hasBacksteps(value),
};

export const PATH_WITHOUT_BACKSTEPS: Format = {
  check: CHECKS.path,
  mustBe: 'a path without `..`',
  holds: value => !hasBacksteps(value),
};

export const ABSOLUTE_PATH: Format = {
  check: CHECKS.path,
  mustBe: 'an absolute path: one that begins with `/`',
  holds: value => value.startsWith('/'),
};

function hasBacksteps(path: string): boolean {
  return path.split('/').includes('..');
}

import { DNS_1035_LABEL } from './dns-label';
import { DNS_SUBDOMAIN } from './dns-subdomain';
import { Format } from './format';
import { QUALIFIED_NAME } from './qualified-name';

/** Part of a URL, as names of RBAC objects are. */
export const PATH_SEGMENT: Format<string> = {
  family: 'name',
  mustBe: 'a name without `/` and `%` that is neither `.` nor `..`',
  fits: value => value !== '.' && value !== '..' && !/[/%]/.test(value),
};

export const HTTP_HEADER_NAME: Format<string> = {
  family: 'name',
  mustBe: 'letters, digits and `-`',
  fits: value => /^[-A-Za-z0-9]+$/.test(value),
  notEmpty: true,
};

export const SYSCTL_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a kernel parameter such as `net.core.somaxconn`',
  fits: value => value.length <= 253 && /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*([a-z0-9]([-_a-z0-9]*[a-z0-9])?)$/.test(value),
  notEmpty: true,
};

/** Name of a CSI driver: upper case is allowed, and it is short. */
export const CSI_DRIVER_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a DNS name of at most 63 characters, such as `nfs.csi.k8s.io`',
  fits: value => value.length <= 63 && DNS_SUBDOMAIN.fits(value.toLowerCase()),
  notEmpty: true,
};

/** The name of an iSCSI target or initiator. */
export const ISCSI_NAME: Format<string> = {
  family: 'name',
  mustBe: 'an iSCSI name such as `iqn.2001-04.com.example:storage`, or one that begins with `eui.` or `naa.`',
  fits: value => /^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$|^eui.[A-Za-z0-9]{16}$|^naa.[A-Za-z0-9]{32}$/.test(value),
};

/** Kinds are written with capitals, but what becomes of them in URLs has none. */
export const KIND: Format<string> = {
  family: 'name',
  mustBe: 'letters, digits and `-`, beginning with a letter, such as Widget',
  fits: value => DNS_1035_LABEL.fits(value.toLowerCase()),
};

const C_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,31}$/;

/** Name of an attribute or a capacity of a device. What has more than one slash the server does not look at. */
export const ATTRIBUTE_NAME: Format<string> = {
  family: 'name',
  mustBe: 'letters, digits and `_`, not beginning with a digit, at most 32 characters, that may have a domain and `/` before it',
  fits: value => {
    const parts = value.split('/');
    return parts.length > 2 || C_IDENTIFIER.test(parts[parts.length - 1]) && (parts.length === 1 || parts[0] !== '' && CSI_DRIVER_NAME.fits(parts[0]));
  },
  notEmpty: true,
};

/** The same with its domain, which claims must name. */
export const FULL_ATTRIBUTE_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a domain, `/` and a name, such as `gpu.example.com/model`',
  fits: value => value.includes('/') && ATTRIBUTE_NAME.fits(value),
};

/** Name of a pool of devices. */
export const POOL_NAME: Format<string> = {
  family: 'name',
  mustBe: 'DNS names, several of them with `/` in between, at most 253 characters',
  fits: value => value.length <= 253 && value.split('/').every(DNS_SUBDOMAIN.fits),
  notEmpty: true,
};

/** A version as https://semver.org has it. */
export const VERSION_NUMBER: Format<string> = {
  family: 'name',
  mustBe: 'a version of three numbers, such as 1.2.3 or 1.2.3-beta.1, at most 64 characters',
  fits: value => value.length <= 64
    && /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$/.test(value),
};

/** A resource that only devices offer: with a domain that is not Kubernetes' own. */
export const EXTENDED_RESOURCE_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a name with a domain that is not of Kubernetes, such as `example.com/gpu`',
  fits: value => value.includes('/') && !value.includes('kubernetes.io/') && !value.startsWith('requests.') && QUALIFIED_NAME.fits(`requests.${value}`),
  notEmpty: true,
};

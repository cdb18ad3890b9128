import { DNS_1035_LABEL } from './dns-label';
import { DNS_SUBDOMAIN } from './dns-subdomain';
import { Format } from './format';

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

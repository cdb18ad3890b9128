import { FormatTable, items, keys, required } from './format';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { LABEL_KEY, LABEL_VALUE } from '../../kubernetes/formats/label';
import { NOT_NEGATIVE, POSITIVE } from '../../kubernetes/formats/number';
import { ATTRIBUTE_NAME, CSI_DRIVER_NAME, EXTENDED_RESOURCE_NAME, FULL_ATTRIBUTE_NAME, POOL_NAME, VERSION_NUMBER } from '../../kubernetes/formats/other-names';
import { NOT_EMPTY, atMost, oneOf } from '../../kubernetes/formats/word';

const REQUEST = {
  deviceClassName: required(DNS_SUBDOMAIN),
  allocationMode: oneOf('ExactCount', 'All'),
  selectors: atMost(32),
};
const TAINT = { key: LABEL_KEY, value: LABEL_VALUE };
const NODE_NAME = required(DNS_SUBDOMAIN);

/** What the server demands of single fields of devices, and of claims of them. */
export const DEVICE_FORMATS: FormatTable = {
  DeviceClaim: { requests: atMost(32), constraints: atMost(32), config: atMost(32) },
  DeviceRequest: { name: required(DNS_LABEL), firstAvailable: atMost(8) },
  ExactDeviceRequest: REQUEST,
  DeviceSubRequest: { name: required(DNS_LABEL), ...REQUEST },
  CELDeviceSelector: { expression: NOT_EMPTY },
  DeviceConstraint: { matchAttribute: required(FULL_ATTRIBUTE_NAME), requests: atMost(32) },
  DeviceClaimConfiguration: { requests: atMost(32) },
  OpaqueDeviceConfiguration: { driver: CSI_DRIVER_NAME },
  DeviceToleration: { key: { ...LABEL_KEY, notEmpty: false } },
  DeviceClassSpec: { selectors: atMost(32), config: atMost(32), extendedResourceName: EXTENDED_RESOURCE_NAME },

  ResourceSliceSpec: { driver: CSI_DRIVER_NAME, nodeName: NODE_NAME, sharedCounters: atMost(8) },
  ResourcePool: { name: POOL_NAME, resourceSliceCount: POSITIVE, generation: NOT_NEGATIVE },
  Device: {
    name: required(DNS_LABEL),
    nodeName: NODE_NAME,
    attributes: keys(ATTRIBUTE_NAME),
    capacity: keys(ATTRIBUTE_NAME),
    taints: atMost(16),
    consumesCounters: atMost(2),
    bindingConditions: [atMost(4), items(LABEL_KEY)],
    bindingFailureConditions: [atMost(4), items(LABEL_KEY)],
  },
  DeviceAttribute: { version: required(VERSION_NUMBER), versions: items(required(VERSION_NUMBER)) },
  CounterSet: { name: required(DNS_LABEL), counters: [NOT_EMPTY, atMost(32), keys(DNS_LABEL)] },
  DeviceCounterConsumption: { counterSet: required(DNS_LABEL), counters: [NOT_EMPTY, atMost(32), keys(DNS_LABEL)] },
  DeviceTaint: TAINT,
  DeviceTaintSelector: { driver: CSI_DRIVER_NAME, pool: POOL_NAME, device: required(DNS_LABEL) },
};

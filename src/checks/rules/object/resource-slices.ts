import { checkRequestPolicy, requestPolicy } from './device-capacity';
import { example } from './examples';
import { NODE_SELECTOR_RULES, checkNodeSelector } from './node-selector';
import { Broken, Rule, forRecords, forRepeated, givenOf, isGiven, isText, namesIn, rulesFor } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const POOL = 'pool: {name: a, resourceSliceCount: 1}';
const slice = (fields: string) => example('ResourceSlice', 'resource.k8s.io/v1', `spec: {driver: gpu.example.com, ${POOL}, ${fields}}`);

export const sliceNodes: Rule = {
  id: 'resource-slice-nodes',
  why: 'the devices of a slice can be reached from one node, from nodes that a selector chooses, from all, or each from its own',
  severity: 'error',
  since: '1.34',
  fix: 'write exactly one of nodeName, nodeSelector, allNodes: true and perDeviceNodeSelection: true; only with the last one devices have their own',
  bad: slice('devices: []'),
  good: slice('nodeName: node-1, devices: []'),
};

export const sliceDevices: Rule = {
  id: 'resource-slice-devices',
  why: 'a device has a name of its own, attributes of one value each, and conditions both for its success and for its failure',
  severity: 'error',
  since: '1.34',
  fix: 'give each device another name, each attribute one value, and bindingConditions and bindingFailureConditions that differ, both or none',
  bad: slice('nodeName: node-1, devices: [{name: a}, {name: a}]'),
  good: slice('nodeName: node-1, devices: [{name: a}, {name: b}]'),
};

export const resourceSliceRules: ObjectCheck = rulesFor(
  ['resource.k8s.io/ResourceSlice'], [sliceNodes, sliceDevices, requestPolicy, ...NODE_SELECTOR_RULES],
  (found, broken, model) => {
    const values = model.isOff('DRAListTypeAttributes') ? SINGLE_VALUES : [...SINGLE_VALUES, ...LISTS];
    const spec = recordOf(found.spec);
    checkNodes(spec, ['nodeName', 'nodeSelector', 'allNodes', 'perDeviceNodeSelection'], '/spec', broken);
    if (isRecord(spec.nodeSelector) && Array.isArray(spec.nodeSelector.nodeSelectorTerms) && spec.nodeSelector.nodeSelectorTerms.length !== 1) {
      broken(sliceNodes, '/spec/nodeSelector/nodeSelectorTerms', `there are ${spec.nodeSelector.nodeSelectorTerms.length} terms`, 'write one term');
    }
    if (isGiven(spec.sharedCounters) && isGiven(spec.devices)) { broken(sliceDevices, '/spec/sharedCounters', 'a slice has either counters or devices', 'make it two slices'); }
    checkCount(listOf(spec.devices), broken);
    forRecords(spec.devices, (device, index) => checkDevice(device, { hasOwnNodes: spec.perDeviceNodeSelection === true, values, model }, `/spec/devices/${index}`, broken));
    for (const [list, what] of [['devices', 'device'], ['sharedCounters', 'set of counters']]) {
      forRepeated(listOf(spec[list]), entry => recordOf(entry).name, ({ name }, index) =>
        broken(sliceDevices, `/spec/${list}/${index}/name`, `the ${what} ${show(name)} is there already`));
    }
  },
);

/** Exactly one way to say from where devices can be reached: `false` is none. */
function checkNodes(holder: Record<string, any>, ways: readonly string[], at: string, broken: Broken) {
  const given = givenOf(holder, ways).filter(way => holder[way] !== '');
  for (const way of given.filter(candidate => holder[candidate] === false)) { broken(sliceNodes, `${at}/${way}`, `${way} is false`, `write ${way}: true, or leave it out`); }
  const chosen = given.filter(way => holder[way] !== false);
  if (chosen.length !== 1) { broken(sliceNodes, at, chosen.length === 0 ? `there is none of ${namesIn(ways, 'and')}` : `there are ${namesIn(chosen, 'and')}`); }
  checkNodeSelector(holder.nodeSelector, `${at}/nodeSelector`, broken);
}

const MAX_DEVICES = 128;
const MAX_SPECIAL_DEVICES = 64;
const LISTS = ['bools', 'ints', 'strings', 'versions'];

function checkCount(devices: readonly unknown[], broken: Broken) {
  const isSpecial = (device: Record<string, any>) => listOf(device.taints).length > 0 || listOf(device.consumesCounters).length > 0
    || Object.values(recordOf(device.attributes)).some(attribute => givenOf(recordOf(attribute), LISTS).length > 0);
  const most = devices.some(device => isSpecial(recordOf(device))) ? MAX_SPECIAL_DEVICES : MAX_DEVICES;
  if (devices.length > most) { broken(sliceDevices, '/spec/devices', `there are ${devices.length} devices, and ${most} are allowed`, 'make it several slices'); }
}

const MAX_ENTRIES = 32;
const MAX_VALUES = 48;
const OWN_NODES = ['nodeName', 'nodeSelector', 'allNodes'];

interface SliceRules {
  readonly hasOwnNodes: boolean;
  /** How an attribute may say its value: where lists are off, the server drops even an empty one. */
  readonly values: readonly string[];
  readonly model: ApiModel;
}

function checkDevice(device: Record<string, any>, { hasOwnNodes, values, model }: SliceRules, at: string, broken: Broken) {
  const attributes = recordOf(device.attributes);
  const entries = Object.keys(attributes).length + Object.keys(recordOf(device.capacity)).length;
  if (entries > MAX_ENTRIES) { broken(sliceDevices, at, `the device has ${entries} attributes and capacities, and may have ${MAX_ENTRIES}`, 'leave some out'); }
  const sizes = Object.values(attributes).map(attribute => LISTS.flatMap(list => listOf(recordOf(attribute)[list])).length || 1);
  const count = sizes.reduce((sum, size) => sum + size, 0);
  if (count > MAX_VALUES) { broken(sliceDevices, at, `the attributes of the device have ${count} values, and may have ${MAX_VALUES}`, 'leave some out'); }
  for (const name of Object.keys(attributes)) { checkAttribute(attributes[name], values, `${at}/attributes${pointer(name)}`, broken); }
  for (const [name, capacity] of Object.entries(recordOf(device.capacity))) {
    if (isRecord(capacity)) { checkRequestPolicy(capacity, device.allowMultipleAllocations === true, `${at}/capacity${pointer(name)}`, broken, model); }
  }
  if (hasOwnNodes) {
    checkNodes(device, OWN_NODES, at, broken);
  } else if (givenOf(device, OWN_NODES).length > 0) {
    broken(sliceNodes, `${at}/${givenOf(device, OWN_NODES)[0]}`, 'the device says itself from where it can be reached', 'write perDeviceNodeSelection: true, or remove it');
  }
  forRepeated(listOf(device.consumesCounters), entry => recordOf(entry).counterSet, ({ counterSet }, index) =>
    broken(sliceDevices, `${at}/consumesCounters/${index}/counterSet`, `the set of counters ${show(counterSet)} is there already`));
  checkConditions(device, at, broken);
  checkMappings(device, at, broken);
}

const SINGLE_VALUES = ['bool', 'int', 'string', 'version'];
const MAX_TEXT = 64;

function checkAttribute(attribute: unknown, values: readonly string[], at: string, broken: Broken) {
  if (!isRecord(attribute) && isGiven(attribute)) { return; }
  const { string, strings, ...rest } = recordOf(attribute);
  const given = givenOf({ string, strings, ...rest }, values);
  if (given.length !== 1) { broken(sliceDevices, at, given.length === 0 ? 'the attribute has no value' : `the attribute has ${namesIn(given, 'and')}`, `write one of ${SINGLE_VALUES.join(', ')}`); }
  for (const list of given.filter(name => LISTS.includes(name))) {
    if (listOf(recordOf(attribute)[list]).length === 0) { broken(sliceDevices, `${at}/${list}`, 'the list is empty', 'add a value'); }
  }
  [string, ...listOf(strings)].forEach(text => {
    if (typeof text === 'string' && Buffer.byteLength(text) > MAX_TEXT) { broken(sliceDevices, at, `the text has more than ${MAX_TEXT} bytes`, 'shorten it'); }
  });
}

function checkConditions({ bindingConditions, bindingFailureConditions }: Record<string, any>, at: string, broken: Broken) {
  const [success, failure] = [listOf(bindingConditions), listOf(bindingFailureConditions)];
  if ((success.length > 0) !== (failure.length > 0)) {
    const missing = success.length > 0 ? 'bindingFailureConditions' : 'bindingConditions';
    broken(sliceDevices, `${at}/${missing}`, `there are no ${missing} beside the others`, `add ${missing}`);
  }
  for (const [list, field] of [[success, 'bindingConditions'], [failure, 'bindingFailureConditions']] as const) {
    forRepeated(list, name => name, (name, index) => broken(sliceDevices, `${at}/${field}/${index}`, `the condition ${show(name)} is there already`));
  }
  failure.forEach((name, index) => {
    if (success.includes(name)) { broken(sliceDevices, `${at}/bindingFailureConditions/${index}`, `${show(name)} is a condition of success as well`, 'take another condition'); }
  });
}

/** How much of the node a device takes besides itself. */
function checkMappings({ nodeAllocatableResourceMappings: mappings, capacity }: Record<string, any>, at: string, broken: Broken) {
  for (const [name, mapping] of Object.entries(recordOf(mappings))) {
    const path = `${at}/nodeAllocatableResourceMappings${pointer(name)}`;
    const { allocationMultiplier, capacityKey } = recordOf(mapping);
    if (!isGiven(allocationMultiplier) && !isGiven(capacityKey)) { broken(sliceDevices, path, 'it says no amount', 'add allocationMultiplier or capacityKey'); }
    if ((parseQuantity(allocationMultiplier) ?? 1n) <= 0n) { broken(sliceDevices, `${path}/allocationMultiplier`, `allocationMultiplier is ${show(allocationMultiplier)}`, 'write an amount above 0'); }
    if (isText(capacityKey) && !Object.hasOwn(recordOf(capacity), capacityKey)) { broken(sliceDevices, `${path}/capacityKey`, `the device has no capacity ${show(capacityKey)}`, 'name one of capacity'); }
  }
}

import { containerExample, podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, forRepeated, isGiven, isText, namesIn } from './rule';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const mountOfVolume: Rule = {
  id: 'volume-mount-without-volume',
  why: 'a container can only mount volumes of its Pod: those under volumes and, in a StatefulSet, its claim templates',
  fix: 'name one of the volumes of the Pod, or add the volume',
  bad: containerExample('volumeMounts: [{name: data, mountPath: /data}]'),
  good: podExample(
    'volumes: [{name: data, emptyDir: {}}]', 'containers: [{name: web, image: a:1, volumeMounts: [{name: data, mountPath: /data}]}]'),
};

export const mountPaths: Rule = {
  id: 'duplicate-mount-path',
  why: 'at one path of a container there can be one volume only',
  fix: 'mount each volume at a path of its own',
  bad: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a}, {name: a, mountPath: /a}]}]'),
  good: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a}, {name: a, mountPath: /b}]}]'),
};

export const mountSubPath: Rule = {
  id: 'mount-sub-path',
  why: 'a mount shows one directory of the volume: the one in subPath, or the one in subPathExpr',
  fix: 'write subPath or subPathExpr, not both',
  bad: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a, subPath: x, subPathExpr: $(Y)}]}]'),
  good: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a, subPath: x}]}]'),
};

export const mountPropagation: Rule = {
  id: 'mount-propagation',
  why: 'Bidirectional lets a container change the mounts of the node, so only privileged containers may',
  fix: 'write HostToContainer, or make the container privileged',
  bad: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a, mountPropagation: Bidirectional}]}]'),
  good: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a, mountPropagation: HostToContainer}]}]'),
};

export const volumeDevices: Rule = {
  id: 'volume-device',
  why: 'a raw block device comes from a claim, is handed to a container once, and is not mounted at the same time',
  fix: 'use a volume with persistentVolumeClaim or ephemeral, one device for each volume, and no mount of it beside',
  bad: podExample(
    'volumes: [{name: a, emptyDir: {}}]', 'containers: [{name: web, image: a:1, volumeDevices: [{name: a, devicePath: /dev/a}]}]'),
  good: podExample(
    'volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]',
    'containers: [{name: web, image: a:1, volumeDevices: [{name: a, devicePath: /dev/a}]}]'),
};

export const strangeMountPath: Rule = {
  id: 'mount-path',
  why: 'the API server takes any text, but container runtimes part paths at colons and may refuse what is not a plain absolute path',
  severity: 'warning',
  fix: "write an absolute path without ':' and '..'",
  bad: podExample(
    'volumes: [{name: a, emptyDir: {}}]', 'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: data}]}]'),
  good: podExample(
    'volumes: [{name: a, emptyDir: {}}]', 'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /data}]}]'),
};

export const recursiveReadOnly: Rule = {
  id: 'recursive-read-only',
  why: 'recursiveReadOnly makes mounts below a read-only mount read-only too, so the mount itself must be, and pass no mounts on',
  since: '1.31',
  fix: 'write readOnly: true and no mountPropagation; recursiveReadOnly is Disabled, IfPossible or Enabled',
  bad: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a, recursiveReadOnly: Enabled}]}]'),
  good: podExample(
    'volumes: [{name: a, emptyDir: {}}]',
    'containers: [{name: web, image: a:1, volumeMounts: [{name: a, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled}]}]'),
};

export const MOUNT_RULES = [strangeMountPath, mountOfVolume, mountPaths, mountSubPath, mountPropagation, volumeDevices, recursiveReadOnly];

export function checkMounts(pod: Manifest, containers: readonly ContainerAt[], broken: Broken) {
  const volumes = new Map<unknown, Record<string, any>>();
  for (const volume of listOf(recordOf(pod.spec).volumes)) {
    if (isRecord(volume)) { volumes.set(volume.name, volume); }
  }
  for (const { container, at } of containers) {
    const mounts = listOf(container.volumeMounts).filter(isRecord);
    checkMountsOf(container, mounts, volumes, `${at}/volumeMounts`, broken);
    if (Array.isArray(container.volumeDevices)) {
      checkDevices(container.volumeDevices.filter(isRecord), mounts, volumes, `${at}/volumeDevices`, broken);
    }
  }
}

function checkMountsOf(
  container: Record<string, any>, mounts: readonly Record<string, any>[], volumes: ReadonlyMap<unknown, Record<string, any>>,
  at: string, broken: Broken,
) {
  mounts.forEach((mount, index) => {
    if (isText(mount.name) && !volumes.has(mount.name)) { missing(mount.name, volumes, `${at}/${index}/name`, broken); }
    if (isText(mount.subPath) && isText(mount.subPathExpr)) {
      broken(mountSubPath, `${at}/${index}/subPathExpr`, `the mount of ${show(mount.name)} has both subPath and subPathExpr`);
    }
    if (isText(mount.mountPath) && !/^(\/|[A-Za-z]:\\)/.test(mount.mountPath) || /^\/.*(:|\/\.\.(\/|$))/.test(textOf(mount.mountPath))) {
      broken(strangeMountPath, `${at}/${index}/mountPath`, `the mount path ${show(mount.mountPath)} is no plain absolute path`);
    }
    if (mount.mountPropagation === 'Bidirectional' && recordOf(container.securityContext).privileged !== true) {
      broken(mountPropagation, `${at}/${index}/mountPropagation`, 'mountPropagation is Bidirectional, but the container is not privileged');
    }
    checkReadOnly(mount, `${at}/${index}`, broken);
  });
  forRepeated(mounts, mount => mount.mountPath, (mount, index) =>
    broken(mountPaths, `${at}/${index}/mountPath`, `another volume is already mounted at ${show(mount.mountPath)}`));
}

function checkReadOnly({ recursiveReadOnly: recursive, readOnly, mountPropagation: propagation }: Record<string, any>, at: string, broken: Broken) {
  if (typeof recursive !== 'string' || recursive === 'Disabled') { return; }
  if (recursive !== 'Enabled' && recursive !== 'IfPossible') {
    broken(recursiveReadOnly, `${at}/recursiveReadOnly`, `recursiveReadOnly is ${show(recursive)}`, 'write Disabled, IfPossible or Enabled');
    return;
  }
  if (readOnly !== true) { broken(recursiveReadOnly, `${at}/recursiveReadOnly`, 'the mount itself is not readOnly', 'write readOnly: true'); }
  if (isGiven(propagation) && propagation !== 'None') {
    broken(recursiveReadOnly, `${at}/mountPropagation`, `mountPropagation is ${show(propagation)} beside recursiveReadOnly`, 'remove mountPropagation');
  }
}

/** So many volumes are worth naming. */
const MOST_NAMES = 8;

function missing(name: string, volumes: ReadonlyMap<unknown, Record<string, any>>, at: string, broken: Broken) {
  const names: string[] = [];
  for (const known of volumes.keys()) {
    if (isText(known) && names.push(known) === MOST_NAMES) { break; }
  }
  broken(
    mountOfVolume, at, `the Pod has no volume ${show(name)}`,
    names.length > 0 ? `write ${namesIn(names, 'or')}, or add a volume '${name}'` : `add a volume '${name}'`,
  );
}

function checkDevices(
  devices: readonly Record<string, any>[], mounts: readonly Record<string, any>[],
  volumes: ReadonlyMap<unknown, Record<string, any>>, at: string, broken: Broken,
) {
  const mountedNames = new Set(mounts.map(mount => mount.name));
  const mountedPaths = new Set(mounts.map(mount => mount.mountPath));
  devices.forEach(({ name, devicePath }, index) => {
    const volume = volumes.get(name);
    if (isText(name) && !volume) { missing(name, volumes, `${at}/${index}/name`, broken); }
    if (volume && !isGiven(volume.persistentVolumeClaim) && !isGiven(volume.ephemeral)) {
      broken(volumeDevices, `${at}/${index}/name`, `volume ${show(name)} is no claim, so it cannot be a block device`);
    }
    if (mountedNames.has(name)) { broken(volumeDevices, `${at}/${index}/name`, `volume ${show(name)} is mounted as well`); }
    if (mountedPaths.has(devicePath)) { broken(volumeDevices, `${at}/${index}/devicePath`, `a volume is mounted at ${show(devicePath)}`); }
  });
  forRepeated(devices, device => device.name, (device, index) =>
    broken(volumeDevices, `${at}/${index}/name`, `volume ${show(device.name)} is already a device of this container`));
  forRepeated(devices, device => device.devicePath, (device, index) =>
    broken(volumeDevices, `${at}/${index}/devicePath`, `another device is already at ${show(device.devicePath)}`));
}

import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
/** Version 2 has one hierarchy, version 1 one for each controller. */
const IS_UNIFIED = existsSync(join(ROOT, 'cgroup.controllers'));
const UNIFIED_CONTROLLERS = ['cpu', 'cpuset', 'io', 'memory', 'pids'];
/** A new group of version 1 may use no processor and no memory until these are written. */
const COPIED = ['cpuset.cpus', 'cpuset.mems'];

/** The group of processes under which the kubelet of one node makes those of its pods. */
export class Cgroup {
  constructor(private readonly name: string) {}

  /** As the kubelet is told it. */
  public get path(): string {
    return `/${this.name}`;
  }

  public create(): void {
    if (IS_UNIFIED) { writeFileSync(join(ROOT, 'cgroup.subtree_control'), UNIFIED_CONTROLLERS.map(controller => `+${controller}`).join(' ')); }
    for (const hierarchy of hierarchies()) {
      const folder = join(hierarchy, this.name);
      mkdirSync(folder, { recursive: true });
      for (const file of COPIED.filter(name => !IS_UNIFIED && existsSync(join(folder, name)))) {
        writeFileSync(join(folder, file), readFileSync(join(hierarchy, file)));
      }
    }
  }

  /** Removes it with all that is below. No process may be left. */
  public remove(): void {
    for (const folder of hierarchies().map(hierarchy => join(hierarchy, this.name)).filter(existsSync)) { removeTree(folder); }
  }
}

/** Beside those of version 1 there may be one of version 2, without controllers. */
function hierarchies(): string[] {
  if (IS_UNIFIED) { return [ROOT]; }
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').map(line => line.split(' '));
  return mounts.filter(fields => fields[4]?.startsWith(`${ROOT}/`) && fields.some(field => /^cgroup2?$/.test(field))).map(fields => fields[4]);
}

function removeTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) { removeTree(join(folder, entry.name)); }
  }
  rmdirSync(folder);
}

import { Call, Name } from './code';
import { CDK8S } from './literal';

/** The packages that values are imported from. */
export const CDK8S_PLUS = 'cdk8s-plus-27';
export const STATEFUL = 'cdk8s-stateful';

const SIZES: Readonly<Record<string, string>> = { Ki: 'kibibytes', Mi: 'mebibytes', Gi: 'gibibytes', Ti: 'tebibytes' };

/** `Size.gibibytes(1)`; undefined for what has another unit. */
export function sizeOf(quantity: unknown): Call | undefined {
  const found = /^(\d{1,9})(Ki|Mi|Gi|Ti)$/.exec(String(quantity));
  return found ? new Call(`Size.${SIZES[found[2]]}`, [Number(found[1])], CDK8S) : undefined;
}

/** `Cpu.millis(100)`, `Cpu.units(1)`; undefined for what has another unit. */
export function cpuOf(quantity: unknown): Call | undefined {
  const found = /^(\d{1,9})(m?)$/.exec(String(quantity));
  return found ? new Call(found[2] ? 'Cpu.millis' : 'Cpu.units', [Number(found[1])], CDK8S_PLUS) : undefined;
}

/** `Duration.seconds(30)`. */
export function secondsOf(seconds: unknown): Call | undefined {
  return Number.isInteger(seconds) && Number(seconds) >= 0 ? new Call('Duration.seconds', [seconds], CDK8S) : undefined;
}

/** `ImagePullPolicy.IF_NOT_PRESENT`: the member of an enum of cdk8s-plus that has this value. */
export function memberOf(name: string, value: unknown): Name | undefined {
  const known = typeof value === 'string' && Object.hasOwn(MEMBERS, name) && MEMBERS[name].includes(value);
  return known ? new Name(`${name}.${wordsOf(value)}`, CDK8S_PLUS) : undefined;
}

/** Values of enums, whose members are their words in capitals. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  ImagePullPolicy: ['Always', 'IfNotPresent', 'Never'],
  PodManagementPolicy: ['OrderedReady', 'Parallel'],
  PersistentVolumeAccessMode: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
  Protocol: ['TCP', 'UDP', 'SCTP'],
  RestartPolicy: ['Never', 'OnFailure'],
};

function wordsOf(value: string): string {
  return value.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

/** The record without what is undefined; undefined if nothing is left. */
export function unlessEmpty<T extends object>(record: T): T | undefined {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined);
  return fields.length > 0 ? Object.fromEntries(fields) as T : undefined;
}

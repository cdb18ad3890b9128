import { commandLine } from './shell';
import { standardInput } from './standard-input';
import { APPLY, inBash, reference } from './step';
import { Manifest } from '../../kubernetes/manifest';
import { referenceTo } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';

/** A claim that is made for a volume which is there. */
export interface BoundClaim {
  /** Without its volume. */
  readonly manifest: Manifest;
  /** Shell commands that print the name of the volume. */
  readonly volume: string;
  /** Those that print the name of its class. @default - the manifest names it */
  readonly className?: string;
  /** It stands in the manifests, and is applied again. @default false */
  readonly isWritten?: boolean;
}

/**
 * Owns what no manifest says. These fields never change, and whoever applies a manifest without a field that he owns would
 * take it away: the server refuses that for ever.
 */
const MANAGER = '--field-manager=cdk8s-stateful-plan';

const [APPLY_STDIN, APPLY_OURS] = [APPLY, [...APPLY.slice(0, -2), MANAGER, ...APPLY.slice(-2)]].map(commandLine);

/** The claim names its volume, and takes the volume's class: only so it binds this one. */
export function createClaim({ manifest, volume, className, isWritten }: BoundClaim): PlanStep[] {
  const { name, namespace = '' } = referenceTo(manifest);
  const variables = { volume, ...className !== undefined && { class: className } };
  const ask = [...Object.entries(variables).map(([variable, command]) => `${variable}="$(${command})"`), '[ -n "$volume" ]'].join(' && ');
  const bound = `  volumeName: "$volume"\n${className === undefined ? '' : '  storageClassName: "$class"\n'}`;
  const step = {
    action: 'apply' as const,
    object: reference('PersistentVolumeClaim', namespace, name),
    manifests: [manifest],
    valuesFrom: { '/spec/volumeName': volume, ...className !== undefined && { '/spec/storageClassName': className } },
  };
  const { spec, metadata, ...kind } = manifest;
  const given = inDocument({ ...kind, metadata, spec });
  const nothingElse = `${inDocument({ ...kind, metadata: { namespace, name } })}spec:\n`;
  return [
    { title: `Create claim ${name} for that volume`, ...step, ...inBash(`${ask} && ${APPLY_OURS} <<END\n${given}${bound}END`) },
    ...isWritten ? [{
      title: `Leave claim ${name} to its manifest, except for what only the volume says`,
      ...step,
      ...inBash(`${ask} && ${APPLY_STDIN} <<END && ${APPLY_OURS} <<BOUND\n${given}END\n${nothingElse}${bound}BOUND`),
    }] : [],
  ];
}

/** As it stands in a text in which the shell looks for variables. */
function inDocument(manifest: Manifest): string {
  return standardInput([manifest]).replace(/[\\$`]/g, '\\$&');
}

import { Correction } from './corrections';

/** Fields that the server drops while a gate is off, and whose Go source has no `+featureGate` to say so. */
export interface GatedField extends Correction {
  /** `A,B` needs both, `A|B` one of them; undefined where the source names a gate and the server drops nothing. */
  readonly gate?: string;
  /** Where the server drops it. */
  readonly source: string;
}

export const GATED_FIELDS: readonly GatedField[] = [
  {
    fields: ['RollingUpdateStatefulSetStrategy.maxUnavailable'], gate: 'MaxUnavailableStatefulSet',
    source: 'pkg/registry/apps/statefulset/strategy.go dropStatefulSetDisabledFields',
  },
  {
    fields: ['SecurityContext.procMount'], gate: 'ProcMountType',
    source: 'pkg/api/pod/util.go dropDisabledProcMountField',
  },
];

import { Call, Name } from './code';
import { containerProps } from './container-props';
import { Shared } from './shared';
import { STATEFUL, secondsOf, unlessEmpty } from './values';
import { volumeProps } from './volume-props';
import { isRecord, listOf, recordOf } from '../kubernetes/manifest';
import { DEFAULT_GRACE_PERIOD } from '../kubernetes/workload';

/** Where the parts of an app stand in its manifest. */
export interface AppParts {
  readonly name: string;
  readonly selector: Record<string, any>;
  readonly template: Record<string, any>;
  readonly claimTemplates: readonly any[];
  /** How many pods have a volume that stands in the template. */
  readonly sharing: 'own' | 'alone' | 'many';
  /** Labels of the object itself. */
  readonly labels: Record<string, any>;
}

/** Ways to spread pods, of which the one is taken that needs the fewest patches. */
export const SPREADS: readonly (Call | undefined)[] = [undefined, new Call('Spread.required', [], STATEFUL), new Call('Spread.none', [], STATEFUL)];

/** Props that all apps share. */
export function podProps({ name, selector, template, claimTemplates, sharing, labels }: AppParts, shared: Shared, spread: Call | undefined) {
  const spec = recordOf(template.spec);
  const { annotations, labels: podLabels } = recordOf(template.metadata);
  const [container] = listOf(spec.containers).map(recordOf);
  const security = recordOf(spec.securityContext);
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  const user = recordOf(container?.securityContext).runAsUser ?? security.runAsUser;
  const group = security.runAsGroup ?? security.fsGroup;
  const own = Object.entries(recordOf(podLabels)).filter(([key, value]) => selector[key] !== value && typeof value === 'string' && labels[key] === value);
  return {
    selectorLabels: isUsual(selector, name) ? undefined : selector,
    labels: unlessEmpty(Object.fromEntries(own)),
    podAnnotations: isTextMap(annotations) ? unlessEmpty(annotations) : undefined,
    ...containerProps(container ?? {}, shared),
    user: Number.isInteger(user) && user !== 1000 ? user : undefined,
    group: Number.isInteger(group) && group !== (user || 1000) ? group : undefined,
    volumes: volumeProps(container ?? {}, listOf(spec.volumes), claimTemplates, sharing),
    imagePullSecrets: listOf(spec.imagePullSecrets).length > 0 ? listOf(spec.imagePullSecrets).map(secret => recordOf(secret).name) : undefined,
    existingServiceAccount: account !== undefined && account !== name ? shared.existing('ServiceAccount', account) : undefined,
    automountServiceAccountToken: spec.automountServiceAccountToken === true ? true : undefined,
    terminationGracePeriod: spec.terminationGracePeriodSeconds === DEFAULT_GRACE_PERIOD ? undefined : secondsOf(spec.terminationGracePeriodSeconds),
    placement: placementOf(spec, spread),
  };
}

function isTextMap(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every(text => typeof text === 'string');
}

function isUsual(selector: Record<string, any>, name: string): boolean {
  return Object.keys(selector).length === 2 && selector['app.kubernetes.io/name'] === name && selector['app.kubernetes.io/instance'] === name;
}

function placementOf({ nodeSelector, tolerations, priorityClassName }: Record<string, any>, spread: Call | Name | undefined) {
  return unlessEmpty({
    nodeSelector: isTextMap(nodeSelector) ? nodeSelector : undefined,
    tolerations: listOf(tolerations).length > 0 && listOf(tolerations).every(isRecord) ? tolerations : undefined,
    priorityClassName,
    spread,
  });
}

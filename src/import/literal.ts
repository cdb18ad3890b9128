import { Call } from './code';
import { Manifest, isRecord } from '../kubernetes/manifest';

/** The package of cdk8s. */
export const CDK8S = 'cdk8s';

/** `new ApiObject(chart, 'web', { … })`: the object as it stands in YAML, without the namespace that its chart gives it. */
export function literal(chart: unknown, id: string, { apiVersion, kind, metadata, ...rest }: Manifest, namespace: string | undefined): Call {
  return new Call('new ApiObject', [chart, id, { apiVersion, kind, ...metadataOf(metadata, namespace), ...rest }], CDK8S);
}

const isText = (value: unknown) => typeof value === 'string';
const isTextMap = (value: unknown) => isRecord(value) && Object.values(value).every(isText);

/** Fields to which cdk8s gives a type. Others may hold anything. */
const TYPED: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: isText,
  namespace: isText,
  labels: isTextMap,
  annotations: isTextMap,
  finalizers: value => Array.isArray(value) && value.every(isText),
  ownerReferences: value => Array.isArray(value) && value.every(owner => isRecord(owner) && ['apiVersion', 'kind', 'name', 'uid'].every(field => isText(owner[field]))),
};

/** What no compiler would take is left out here, and added by a patch. */
function metadataOf(metadata: unknown, namespace: string | undefined): { metadata?: Record<string, unknown> } {
  if (!isRecord(metadata)) { return {}; }
  const { name, namespace: own, ...rest } = metadata;
  const fields = Object.entries({ name, namespace: own === namespace ? undefined : own, ...rest })
    .filter(([field, value]) => value !== undefined && (!Object.hasOwn(TYPED, field) || TYPED[field](value)));
  return { metadata: Object.fromEntries(fields) };
}

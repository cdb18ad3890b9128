/** Fields of custom kinds with a duration as Go reads it. @see https://pkg.go.dev/time#ParseDuration */
interface Durations {
  readonly group: string;
  /** @default - all kinds of the group */
  readonly kind?: string;
  /** Fields below `spec`, from the top. */
  readonly fields: readonly (readonly string[])[];
}

const FLUX = ['source.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io', 'helm.toolkit.fluxcd.io', 'image.toolkit.fluxcd.io'];

export const CUSTOM_DURATIONS: readonly Durations[] = [
  { group: 'cert-manager.io', kind: 'Certificate', fields: [['duration'], ['renewBefore']] },
  { group: 'cert-manager.io', kind: 'CertificateRequest', fields: [['duration']] },
  { group: 'external-secrets.io', kind: 'ExternalSecret', fields: [['refreshInterval']] },
  { group: 'external-secrets.io', kind: 'PushSecret', fields: [['refreshInterval']] },
  ...FLUX.map(group => ({ group, fields: [['interval'], ['retryInterval'], ['timeout'], ['chart', 'spec', 'interval']] })),
  { group: 'velero.io', kind: 'Backup', fields: [['ttl']] },
  { group: 'velero.io', kind: 'Schedule', fields: [['template', 'ttl']] },
];

/** Hours in a unit that people write and Go does not know. */
const HOURS: Readonly<Record<string, number>> = { d: 24, day: 24, days: 24, w: 168, y: 8760 };

/** What is meant by a duration that Go does not read; an empty text if that is not clear, undefined if it reads it. */
export function meantDuration(value: unknown): string | undefined {
  if (typeof value === 'number' && value !== 0) { return `${value}s`; }
  if (typeof value !== 'string' || value === '' || /^[-+]?(0|((\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/.test(value)) { return undefined; }
  const [, count, unit = ''] = /^(\d+)\s*([a-z]*)$/i.exec(value) ?? [];
  if (count === undefined) { return ''; }
  const hours = HOURS[unit.toLowerCase()];
  return hours === undefined ? unit === '' ? `${count}s` : '' : `${Number(count) * hours}h`;
}

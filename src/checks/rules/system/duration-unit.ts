import { objectYaml } from './examples';
import { groupOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { CUSTOM_DURATIONS, meantDuration } from '../../../manifest/custom-durations';
import { groupBy } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { show } from '../../../reports/show';
import { Check } from '../../engine/check';

const example = (duration: string) => objectYaml('cert-manager.io/v1', 'Certificate', 'web', `spec: {secretName: web-tls, duration: ${duration}, dnsNames: [web.example.com], issuerRef: {name: acme, kind: ClusterIssuer}}`);

export const durationUnit: Check = {
  id: 'duration-unit',
  why: 'cert-manager, External Secrets, Flux and Velero read durations as Go does, in hours, minutes and seconds: there is no unit for a day. What they cannot read they refuse, or do nothing with it',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.manifests) {
      // Shell variables are filled in later.
      const rows = ROWS.get(groupOf(object.apiVersion)) ?? [];
      for (const fields of rows.filter(({ kind = object.kind }) => kind === object.kind).flatMap(row => row.fields)) {
        const value = fields.reduce<unknown>((within, field) => recordOf(within)[field], object.spec);
        const meant = typeof value === 'string' && value.includes('$') ? undefined : meantDuration(value);
        if (meant === undefined) { continue; }
        yield {
          object,
          path: pointer('spec', ...fields),
          message: `${titleOf(object)} has ${show(value)} for ${fields.at(-1)}, and the units of a duration are h, m, s and ms`,
          fix: meant === '' ? 'write a duration such as 1h30m' : `write ${meant}`,
        };
      }
    }
  },
  bad: example('90d'),
  good: example('2160h'),
};

const ROWS: ReadonlyMap<string, typeof CUSTOM_DURATIONS> = groupBy(CUSTOM_DURATIONS, ({ group }) => group);

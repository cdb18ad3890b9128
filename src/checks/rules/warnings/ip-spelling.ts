import { CANONICAL_CIDR, CANONICAL_IP, looseFamilyOf } from '../../../kubernetes/formats/address';
import { Format } from '../../../kubernetes/formats/format';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { example } from '../object/examples';
import { Broken, Rule, rulesFor } from '../object/rule';

export const ipSpelling: Rule = {
  id: 'ip-spelling',
  why: 'one address can be written in several ways: programs that compare texts take them for different ones, and the API server will refuse the odd ways',
  severity: 'warning',
  fix: 'write the shortest form, in small letters and without zeros in front',
  bad: example('Service', 'v1', "spec: {externalIPs: ['2001:DB8::1'], ports: [{port: 80}]}"),
  good: example('Service', 'v1', "spec: {externalIPs: ['2001:db8::1'], ports: [{port: 80}]}"),
  exampleVersion: '1.35',
};

/** Where else than in Services the server looks for it: in later versions only. */
const LATER: Rule = { ...ipSpelling, since: '1.33' };

interface Place {
  readonly kind: string;
  /** Fields on the way, where `*` is each item of a list. */
  readonly path: readonly string[];
  readonly rule: Rule;
  readonly format: Format<string>;
}

const placeOf = (kind: string, path: string, rule: Rule, format: Format<string> = CANONICAL_IP): Place => ({ kind, path: path.split('.'), rule, format });

const PLACES: readonly Place[] = [
  placeOf('/Service', 'spec.clusterIP', ipSpelling),
  placeOf('/Service', 'spec.clusterIPs.*', ipSpelling),
  placeOf('/Service', 'spec.externalIPs.*', ipSpelling),
  placeOf('/Service', 'spec.loadBalancerIP', ipSpelling),
  placeOf('/Service', 'spec.loadBalancerSourceRanges.*', ipSpelling, CANONICAL_CIDR),
  placeOf('/Pod', 'spec.dnsConfig.nameservers.*', LATER),
  placeOf('/Pod', 'spec.hostAliases.*.ip', LATER),
  placeOf('/Endpoints', 'subsets.*.addresses.*.ip', LATER),
  placeOf('/Endpoints', 'subsets.*.notReadyAddresses.*.ip', LATER),
  placeOf('discovery.k8s.io/EndpointSlice', 'endpoints.*.addresses.*', LATER),
  placeOf('/Node', 'spec.podCIDRs.*', LATER, CANONICAL_CIDR),
  ...['ingress.*.from', 'egress.*.to'].flatMap(peers => [
    placeOf('networking.k8s.io/NetworkPolicy', `spec.${peers}.*.ipBlock.cidr`, LATER, CANONICAL_CIDR),
    placeOf('networking.k8s.io/NetworkPolicy', `spec.${peers}.*.ipBlock.except.*`, LATER, CANONICAL_CIDR),
  ]),
];

const KINDS = [...new Set(PLACES.map(({ kind }) => kind))];

export const ipSpellingWarnings: readonly ObjectCheck[] = KINDS.map(kind => {
  const places = PLACES.filter(one => one.kind === kind);
  return rulesFor([kind], [ipSpelling], (object: Manifest, broken) => {
    for (const one of places) { look(object, one, 0, '', broken); }
  });
});

/** Goes on from the step at a position. */
function look(value: unknown, place: Place, position: number, at: string, broken: Broken) {
  const step = place.path[position];
  if (value === undefined || value === null) { return; }
  if (step === undefined) {
    if (isOdd(value, place)) { broken(place.rule, at, `${show(value)} is an odd way to write this address`); }
  } else if (step === '*') {
    listOf(value).forEach((item, index) => look(item, place, position + 1, `${at}/${index}`, broken));
  } else {
    look(recordOf(value)[step], place, position + 1, `${at}/${step}`, broken);
  }
}

function isOdd(value: unknown, { format }: Place): boolean {
  if (typeof value !== 'string' || value.includes('/') !== (format === CANONICAL_CIDR)) { return false; }
  return looseFamilyOf(value.replace(/\/\d+$/, '')) !== undefined && !format.fits(value);
}

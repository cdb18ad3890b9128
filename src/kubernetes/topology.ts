import { textOf } from './manifest';

const PLACES: Readonly<Record<string, string>> = { 'kubernetes.io/hostname': 'nodes', 'topology.kubernetes.io/zone': 'zones', 'topology.kubernetes.io/region': 'regions' };

/** What a topology key parts a cluster into: `nodes`, `zones`; of other keys, the key. */
export function placesOf(topologyKey: unknown): string {
  const key = textOf(topologyKey);
  return Object.hasOwn(PLACES, key) ? PLACES[key] : key;
}

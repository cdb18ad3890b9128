import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portsPage } from '../../../scripts/database-ports/page';
import * as library from '../../../src';
import { DATABASE_PORTS, DatabasePort } from '../../../src/constructs/databases/ports';

const PRESETS = Object.entries<readonly DatabasePort[]>(DATABASE_PORTS);

test('docs/database-ports.md is what the table says', () => {
  const page = readFileSync(join(__dirname, '../../../docs/database-ports.md'), 'utf8');

  expect(page).toBe(portsPage());
});

test('there is a table for every preset, by the name of its class', () => {
  const missing = PRESETS.filter(([name]) => typeof (library as Record<string, unknown>)[name] !== 'function');

  expect(missing).toEqual([]);
  expect(PRESETS.map(([name]) => name)).toEqual(Object.keys(library).filter(name => /(Replication|Ensemble|ReplicaSet|.Cluster|Ring)$/.test(name)));
});

test('no port stands twice, and each is open to somebody', () => {
  const ports = PRESETS.flatMap(([name, list]) => list.map(({ port }) => `${name} ${port}`));

  expect(new Set(ports).size).toBe(ports.length);
  expect(PRESETS.flatMap(([, list]) => list.filter(({ from }) => from.length === 0))).toEqual([]);
});

test('what members alone need is open to no client, and metrics to nobody but who scrapes', () => {
  const of = (use: RegExp) => PRESETS.flatMap(([, list]) => list.filter(port => use.test(port.use)).flatMap(({ from }) => from));

  expect(new Set(of(/^Galera|^votes|^followers/))).toEqual(new Set(['members']));
  expect(new Set(of(/^metrics/))).toEqual(new Set(['scrapers']));
});

import { Actor, DATABASE_PORTS, DatabasePort } from '../../src/constructs/databases/ports';

/** Who connects, as the columns of the tables. */
const ACTORS: ReadonlyArray<readonly [Actor, title: string]> = [
  ['members', 'members'], ['clients', '`allowFrom`'], ['backups', '`Backup`'], ['poolers', 'poolers'], ['exporters', 'exporters'], ['scrapers', '`metricsFrom`'],
];

const HEAD = `# Ports of databases, and who may connect

This page is printed from the table that the NetworkPolicies are built of: \`npx projen docs:ports\`.

Each database has a NetworkPolicy for its members and, with \`metrics\`, one for its exporters. A port is open to those who have a \`yes\`, and to
nobody else. \`members\`, \`Backup\` and \`exporters\` are pods of the same database, known by their labels. Who else may connect is said by the prop
\`networkPolicy\`, as in [Who may connect](databases.md#who-may-connect):

| | who | without a word |
| --- | --- | --- |
| \`allowFrom\` | clients | every pod of the namespace |
| \`metricsFrom\` | Prometheus | nobody |
| \`allowTo\` | where members and exporters may connect to, beside each other and the DNS | everywhere |

All ports are TCP, and those of the pods: a policy does not see the port of a Service. The Jobs of a database (\`Backup\`, \`RestoreCheck\`, the one that
makes its password) listen nowhere and may connect to everywhere, for some speak to the API server.
`;

/** docs/database-ports.md. */
export function portsPage(): string {
  const tables = Object.entries<readonly DatabasePort[]>(DATABASE_PORTS).map(([preset, ports]) => `## ${preset}\n\n${tableOf(ports)}\n`);
  return [HEAD, ...tables].join('\n');
}

function tableOf(ports: readonly DatabasePort[]): string {
  const rows = ports.map(({ port, of, use, with: prop, from }) => [
    String(port), of ?? 'members', prop ? `${use} (\`${prop}\`)` : use, ...ACTORS.map(([actor]) => from.includes(actor) ? 'yes' : ''),
  ]);
  const lines = [['port', 'of', 'for', ...ACTORS.map(([, title]) => title)], ['---', '---', '---', ...ACTORS.map(() => '---')], ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`.replace(/ {2}\|/g, ' |')).join('\n');
}

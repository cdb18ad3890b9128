import { trustingPortsOf } from './trusting-ports';
import { imageName } from '../kubernetes/image';
import { Manifest, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { PodTemplate } from '../kubernetes/workload';

/** A TCP port at which the members of one cluster find each other, and whose it is. */
export interface MemberPort {
  readonly port: number;
  readonly whose: string;
}

interface Row {
  /** The last part of the image's name. */
  readonly image: RegExp;
  readonly ports: readonly number[];
  /** Words in its arguments, variables or ports without which its replicas are no members of one cluster. @default - they always are */
  readonly if?: RegExp;
}

/** What an image uses between members if nobody says otherwise. */
const ROWS: readonly Row[] = [
  { image: /^cassandra$/, ports: [7000] },
  { image: /^scylla$/, ports: [7000] },
  { image: /^cockroach$/, ports: [26257] },
  { image: /^consul$/, ports: [8300, 8301] },
  { image: /^(elasticsearch|opensearch)$/, ports: [9300] },
  { image: /^etcd$/, ports: [2380] },
  { image: /^(mongo|mongodb)$/, ports: [27017], if: /replSet|REPLICA_SET/ },
  { image: /^nats$/, ports: [6222], if: /cluster/i },
  { image: /^rabbitmq$/, ports: [4369, 25672] },
  { image: /^redis-sentinel$/, ports: [26379] },
  { image: /^vault$/, ports: [8201] },
  { image: /^zookeeper$/, ports: [2888, 3888] },
  { image: /^(mysql|mysql-server|percona)/, ports: [33061], if: /group[_-]replication/ },
  { image: /^(mariadb|mariadb-galera|percona-xtradb-cluster)$/, ports: [4567], if: /wsrep|4567|galera/i },
];

/** A port in the arguments or variables says that another one may be meant. */
const MOVED = /(listen[-_]peer|storage_port|transport\.(tcp\.)?port|client_?port|cluster[-_]port|dist_listen|--port|ZOO_CFG|peer-urls)/i;

/** The ports at which the members of a set talk to each other, as far as its annotation, its arguments or its images say so. */
export function memberPortsOf(set: Manifest, { spec }: PodTemplate): readonly MemberPort[] {
  const declared = trustingPortsOf(set).map(Number).filter(port => port > 0);
  if (declared.length > 0) { return declared.map(port => ({ port, whose: 'its annotation' })); }
  const called = addressed(set, listOf(spec.containers).map(recordOf).flatMap(wordsIn));
  if (called.length > 0) { return called.map(port => ({ port, whose: 'by their names and this port, in its arguments or variables' })); }
  return listOf(spec.containers).map(recordOf).flatMap(container => {
    const name = imageName(container.image);
    const row = ROWS.find(({ image }) => image.test(name));
    if (!row) { return []; }
    const words = wordsIn(container);
    const isOne = row.if === undefined || words.some(word => row.if!.test(word));
    // etcd names its peers' URLs, and mostly with the usual port.
    const ports = row.ports.filter(port => !words.some(word => MOVED.test(word)) || words.some(word => word.includes(`:${port}`)));
    return isOne ? ports.map(port => ({ port, whose: textOf(container.image) })) : [];
  });
}

/** Ports behind the names of pods of the set: `db-1.db:5000`. */
function addressed({ metadata, spec }: Manifest, words: readonly string[]): number[] {
  const [name, service] = [textOf(metadata?.name), textOf(recordOf(spec).serviceName)];
  const ports = words.filter(word => word.includes(`.${service}`)).flatMap(word => [...word.matchAll(/([a-z0-9-]+)-\d+\.([a-z0-9-]+)[a-z0-9.-]*:(\d{2,5})(?!\d)/g)])
    .filter(([, set, governing]) => set === name && governing === service).map(match => Number(match[3]));
  return [...new Set(ports)];
}

function wordsIn({ command, args, env, ports }: Record<string, unknown>): string[] {
  return [
    ...[...listOf(command), ...listOf(args)].map(textOf),
    ...listOf(env).map(recordOf).map(({ name, value }) => `${textOf(name)}=${textOf(value)}`),
    ...listOf(ports).map(port => textOf(recordOf(port).containerPort)),
  ];
}

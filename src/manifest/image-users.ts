import { repositoryOf } from '../kubernetes/image';
import { textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** Images whose program runs as a user of its own and does not make its volume this user's, by the end of their names. */
const USERS: readonly { readonly image: RegExp; readonly user: number; readonly since?: number }[] = [
  // @see https://github.com/jenkinsci/docker
  { image: /(^|\/)jenkins\/jenkins$/, user: 1000 },
  // @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-docker/
  { image: /(^|\/)grafana\/grafana(-oss|-enterprise)?$/, user: 472 },
  { image: /(^|\/)grafana\/(loki|tempo)$/, user: 10001 },
  // @see https://github.com/prometheus/prometheus: nobody
  { image: /(^|\/)(prom|prometheus)\/(prometheus|alertmanager)$/, user: 65534 },
  // @see https://www.elastic.co/guide/en/elasticsearch/reference/current/docker.html
  { image: /^((docker\.io\/)?(library\/)?|docker\.elastic\.co\/elasticsearch\/)elasticsearch$/, user: 1000, since: 7 },
  { image: /(^|\/)opensearchproject\/opensearch$/, user: 1000 },
  // @see https://www.pgadmin.org/docs/pgadmin4/latest/container_deployment.html
  { image: /(^|\/)dpage\/pgadmin4$/, user: 5050 },
  // @see https://github.com/sonatype/docker-nexus3
  { image: /(^|\/)sonatype\/nexus3$/, user: 200 },
  // @see https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-docker-container-security
  { image: /(^|\/)mssql\/server$/, user: 10001, since: 2019 },
  // @see https://docs.confluent.io/platform/current/installation/docker/security.html
  { image: /(^|\/)confluentinc\/cp-(kafka|server|zookeeper)$/, user: 1000, since: 6 },
  { image: /^(docker\.io\/)?(library\/)?solr$/, user: 8983 },
  { image: /(^|\/)n8nio\/n8n$/, user: 1000 },
  { image: /(^|\/)nodered\/node-red$/, user: 1000 },
  { image: /(^|\/)verdaccio\/verdaccio$/, user: 10001 },
  // @see https://github.com/bitnami/containers: none of them runs as root
  { image: /(^|\/)bitnami(legacy)?\/(cassandra|elasticsearch|etcd|kafka|mariadb|mariadb-galera|mongodb|mysql|postgresql|postgresql-repmgr|rabbitmq|redis|zookeeper)$/, user: 1001 },
];

/** The user that the program of an image runs as, and to whom a new volume must be given; undefined for root, or if it is not known. */
export function userOfImage(image: unknown): number | undefined {
  return known(textOf(image));
}

const known = oncePerKey((image: string) => {
  const repository = repositoryOf(image);
  const found = USERS.find(row => row.image.test(repository));
  return found && Number(versionOf(image) ?? found.since ?? 0) >= (found.since ?? 0) ? found.user : undefined;
});

/** The first number of the tag. */
function versionOf(image: string): string | undefined {
  return /:v?(\d+)[^/]*$/.exec(image.replace(/@.*$/, ''))?.[1];
}

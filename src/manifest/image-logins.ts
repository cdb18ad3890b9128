import { isTagSince } from './official-tag';
import { repositoryOf } from '../kubernetes/image';
import { listOf, recordOf, textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** A server that answers nobody over HTTP who does not log in. */
interface Row {
  readonly image: RegExp;
  /** First version that does. @default - all */
  readonly since?: string;
  readonly port: number;
  /** The paths that it is so for. @default - all */
  readonly path?: RegExp;
  /** What it speaks at this port unless it is told otherwise. */
  readonly speaks: 'HTTP' | 'HTTPS';
  /** Settings by which it may be told otherwise: in the name of a variable, in an argument or the path of a mounted file. */
  readonly unless: RegExp;
  /** How to switch it off, for trying it out. */
  readonly off: string;
}

/** What a server asks of those who call it. */
export type Login = Pick<Row, 'port' | 'speaks' | 'off'>;

const ROWS: readonly Row[] = [
  // @see https://www.elastic.co/guide/en/elasticsearch/reference/8.0/configuring-stack-security.html
  {
    image: /^(?:(?:docker\.io\/)?(?:library\/)?elasticsearch|docker\.elastic\.co\/elasticsearch\/elasticsearch(?:-wolfi)?)$/,
    since: '8.0',
    port: 9200,
    speaks: 'HTTPS',
    unless: /xpack[._]security|ELASTIC_SECURITY|elasticsearch\.yml|elasticsearch\/config\/?$/i,
    off: 'xpack.security.enabled: "false"',
  },
  // @see https://docs.opensearch.org/docs/latest/security/configuration/disable-enable-security/
  {
    image: /^(?:docker\.io\/)?opensearchproject\/opensearch$/,
    port: 9200,
    speaks: 'HTTPS',
    unless: /DISABLE_SECURITY_PLUGIN|DISABLE_INSTALL_DEMO_CONFIG|plugins[._]security|opensearch\.yml|opensearch\/config\/?$/i,
    off: 'DISABLE_SECURITY_PLUGIN: "true"',
  },
  // @see https://www.rabbitmq.com/docs/management#http-api
  {
    image: /^(?:docker\.io\/)?(?:library\/)?rabbitmq$/,
    port: 15672,
    path: /^\/api\/(?!index\.html|global-labels)/,
    speaks: 'HTTP',
    unless: /rabbitmq\.conf|rabbitmq\/conf\.d|etc\/rabbitmq\/?$/,
    off: '',
  },
];

const rowsOf = oncePerKey((image: string) => {
  const repository = repositoryOf(image);
  const [, tag] = /:([^/:@]+)(?:@|$)/.exec(image) ?? [];
  return ROWS.filter(row => row.image.test(repository) && (row.since === undefined || isTagSince(tag, row.since)));
});

/** What the server of a container asks of those who call this path at this port; undefined if it may answer everybody. */
export function loginOf(container: Readonly<Record<string, any>>, port: unknown, path: string): Login | undefined {
  const row = rowsOf(textOf(container.image)).find(one => one.port === port && (one.path === undefined || one.path.test(path)));
  return row && !isToldOtherwise(container, row) ? row : undefined;
}

function isToldOtherwise({ env, envFrom, command, args, volumeMounts }: Readonly<Record<string, any>>, { unless }: Row): boolean {
  const words = [
    ...listOf(env).map(variable => recordOf(variable).name), ...listOf(command), ...listOf(args),
    ...listOf(volumeMounts).map(mount => recordOf(mount).mountPath),
  ];
  return command !== undefined || listOf(envFrom).length > 0 || words.some(word => unless.test(textOf(word)));
}

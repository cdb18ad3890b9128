import { isTagSince, officialTag } from './official-tag';
import { textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** Files in a directory of an image without which its program does not start. */
export interface NeededFiles {
  readonly directory: string;
  readonly files: readonly string[];
  /** In the text of the first of these files: names of more that it reads, from the same directory. */
  readonly reads?: RegExp;
}

interface Row extends NeededFiles {
  readonly image: RegExp;
  /** First version of the image that does. @default - all */
  readonly since?: string;
}

const ELASTIC = /^docker\.elastic\.co\/elasticsearch\/elasticsearch(?=[:@]|$)/;

/** @see https://github.com/docker-library/official-images, which names the Dockerfile of each */
const ROWS: readonly Row[] = [
  { image: /^nginx$/, directory: '/etc/nginx', files: ['nginx.conf'], reads: /(?:^|[;{])[ \t]*include[ \t]+(?:\/etc\/nginx\/)?([^;*/\s]+)[ \t]*;/gm },
  { image: /^httpd$/, directory: '/usr/local/apache2/conf', files: ['httpd.conf'], reads: /^[ \t]*(?:TypesConfig|Include)\s+"?(?:\/usr\/local\/apache2\/)?conf\/([^"*/\s]+)"?[ \t]*$/gm },
  // /etc/my.cnf reads the directory, and the server ends where it is not there.
  { image: /^mysql$/, since: '8.0', directory: '/etc/mysql', files: ['conf.d'] },
  { image: /^elasticsearch$/, directory: '/usr/share/elasticsearch/config', files: ['elasticsearch.yml', 'jvm.options', 'log4j2.properties'] },
  { image: /^tomcat$/, directory: '/usr/local/tomcat/conf', files: ['server.xml', 'web.xml', 'catalina.properties'] },
  { image: /^haproxy$/, directory: '/usr/local/etc/haproxy', files: ['haproxy.cfg'] },
  { image: /^cassandra$/, directory: '/etc/cassandra', files: ['cassandra.yaml', 'cassandra-env.sh'] },
];

/** The directories of an image that a program needs files in. */
export const neededFiles = oncePerKey((image: unknown): readonly NeededFiles[] => {
  const text = textOf(image);
  const { name, tag } = ELASTIC.test(text) ? { name: 'elasticsearch', tag: undefined } : officialTag(text) ?? {};
  return name === undefined ? [] : ROWS.filter(row => row.image.test(name) && (row.since === undefined || isTagSince(tag, row.since)));
});

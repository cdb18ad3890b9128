import { isTagSince } from './official-tag';
import { isShell, scriptOf } from './process-calls';
import { repositoryOf } from '../kubernetes/image';
import { listOf, textOf } from '../kubernetes/manifest';

/** Official images that begin with a shell or the prompt of a language. Without a terminal these read the end of their input, and end. */
const PROMPTS = /^(?:docker\.io\/)?(?:library\/)?(alpine|amazonlinux|busybox|centos|clojure|debian|eclipse-temurin|fedora|golang|julia|node|openjdk|oraclelinux|perl|python|rockylinux|ruby|ubuntu)$/;

/** Images whose program prints how it is called, and ends, unless it is told what to do. */
const USAGES: readonly { readonly image: RegExp; readonly since?: string; readonly args: string }[] = [
  { image: /(^|\/)minio\/minio$/, args: 'args: [server, /data]' },
  // @see https://www.keycloak.org/server/containers
  { image: /(^|\/)keycloak\/keycloak$/, since: '17.0', args: 'args: [start], or [start-dev] to try it out' },
  { image: /(^|\/)cloudflare\/cloudflared$/, args: 'args: [tunnel, run]' },
];

/** Programs that print something and end. */
const PRINTS = /^(?:\/(?:usr\/)?bin\/)?(date|echo|env|hostname|id|ls|printenv|printf|pwd|true|uname|whoami)$/;

/** The arguments that the program of a container without any wants: it prints how it is called, and ends; undefined if it may do without. */
export function wantedArguments({ image, command, args }: Record<string, any>): string | undefined {
  if (command !== undefined || args !== undefined) { return undefined; }
  const [, tag] = /:v?([^/:@]+)(?:@|$)/.exec(textOf(image)) ?? [];
  return USAGES.find(row => row.image.test(repositoryOf(image)) && (row.since === undefined || isTagSince(tag, row.since)))?.args;
}

/** Why the program of a container ends at once, with success; undefined if it may go on. */
export function endsAtOnce(container: Record<string, any>): string | undefined {
  const [command, args] = [listOf(container.command), listOf(container.args)];
  if (container.command === undefined && container.args === undefined) {
    const [, image] = container.stdin === true || container.tty === true ? [] : PROMPTS.exec(repositoryOf(container.image)) ?? [];
    return image && `the image '${textOf(container.image)}' begins with a prompt, which ends without a terminal`;
  }
  const words = [...command, ...args];
  if (command.length === 0 && !isShell(words[0])) { return undefined; }
  const first = textOf(words[0]);
  if (PRINTS.test(first)) { return `'${first}' ends when it has printed`; }
  const script = scriptOf({ by: 'container', words, namesProgram: true, pathOf: () => '' });
  // Of a script every word counts, so only the simplest is known to end.
  const lines = script ? script.text.split(/&&|[;\n]/).map(line => line.trim()).filter(line => line !== '') : [];
  return lines.length > 0 && lines.every(line => PRINTS.test(line.split(/\s/)[0]) && !/[|&$`(<]/.test(line)) ? 'its script ends when it has printed' : undefined;
}

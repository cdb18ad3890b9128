import { listOf, textOf } from '../kubernetes/manifest';

/** True if a container runs what its image begins with, perhaps with more options: another command may be a client, or a script that does it all differently. */
export function startsOwnServer({ command, args }: Readonly<Record<string, unknown>>): boolean {
  return command === undefined && listOf(args).every((argument, i) => i > 0 || /^(-|rabbitmq-server$|mongod$|mysqld$|mariadbd$|minio$|postgres$|server$|start$|start-dev$|redis-server$|valkey-server$)/.test(textOf(argument)));
}

/** True if the arguments are those of a shell, such as `-c` and a script, while there is no command that says so. */
export function isScript({ command, args }: Readonly<Record<string, unknown>>): boolean {
  const [option, script] = listOf(args).map(textOf);
  return command === undefined && /^-[a-z]*c$/.test(option ?? '') && /^[\w./]+\s|[\n|;&]/.test(script ?? '') && !/^\w+\s*=/.test(script ?? '');
}

import { OfficialImage, officialImage } from './official-image';
import { listOf, recordOf, textOf } from '../kubernetes/manifest';

/** The TCP ports on which the program of an official image listens; undefined if something in the container may say otherwise. */
export function usualPorts(container: Record<string, unknown>): readonly number[] | undefined {
  const known = officialImage(container.image);
  return known?.ports && !isConfigured(container, known) ? known.ports : undefined;
}

/** Arguments, variables with a port in them and files can move a port; files of data and pages cannot. */
function isConfigured({ command, args, env, envFrom, volumeMounts }: Record<string, unknown>, { data, content }: OfficialImage): boolean {
  const harmless = [data?.directory, data?.volume, content].filter(directory => directory !== undefined);
  const isHarmless = (path: string) => harmless.some(directory => path === directory || path.startsWith(`${directory}/`));
  return command !== undefined || args !== undefined || listOf(envFrom).length > 0
    || listOf(env).some(variable => /PORT|LISTEN|ADDR|CONF|OPTS|URL/.test(textOf(recordOf(variable).name)))
    || listOf(volumeMounts).some(mount => !isHarmless(textOf(recordOf(mount).mountPath).replace(/\/+$/, '')));
}

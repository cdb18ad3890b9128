import { callsInPods } from './calls-in-pods';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { DATABASE_CLIENTS, hostOf } from '../../../manifest/database-clients';
import { Inventory } from '../../../manifest/inventory';
import { officialTag } from '../../../manifest/official-tag';
import { ProcessCall, scriptOf } from '../../../manifest/process-calls';
import { References } from '../../../manifest/references/references';
import { CheckContext } from '../../engine/check';

/** A program in one pod that calls a database in another pod of the manifests. */
export interface DatabaseCall {
  readonly workload: Manifest;
  readonly container: Record<string, any>;
  readonly call: ProcessCall;
  /** Which word of the call it is, or is in. */
  readonly index: number;
  readonly program: string;
  /** Its own words. */
  readonly words: readonly string[];
  readonly client: typeof DATABASE_CLIENTS[number];
  /** The container of the database. */
  readonly server: Record<string, any>;
  readonly serverWorkload: Manifest;
}

/** The calls of databases that are found by the name of a Service, with what answers there. */
export function* databaseCalls(inventory: Inventory, context: CheckContext): Iterable<DatabaseCall> {
  for (const { workload, container, call } of callsInPods(context)) {
    if (call.by !== 'container' || !call.namesProgram) { continue; }
    const pods = context.references.pods.of(workload)!;
    for (const { words, index } of linesOf(call)) {
      const program = words[0].replace(/^\/usr\/bin\//, '');
      const client = DATABASE_CLIENTS.find(({ programs }) => programs.test(program));
      const host = client && (hostOf(words) ?? valueOf(container, client.hostVariable));
      const found = client && host !== undefined ? serverAt(host, pods.namespace, client.servers, inventory, context.references) : undefined;
      if (client && found) { yield { workload, container, call, index, program, words, client, ...found }; }
    }
  }
}

/** The program and its words: those of the call, or of each command of its script. */
export function linesOf(call: ProcessCall): { readonly words: readonly string[]; readonly index: number }[] {
  const script = scriptOf(call);
  if (!script) { return [{ words: call.words.map(textOf), index: 0 }]; }
  return script.text.replaceAll('\\\n', ' ').split(/[\n;|&]+/)
    .map(line => line.trim().replace(/^((if|then|do|while|until|!|exec|time)\s+|[A-Za-z_]\w*=\S*\s+)+/, '').split(/\s+/).map(word => word.replace(/^["']|["']$/g, '')))
    .filter(([first]) => first !== '')
    .map(words => ({ words, index: script.index }));
}

function valueOf({ env }: Record<string, any>, name: string | undefined): string | undefined {
  const value = listOf(env).map(recordOf).find(variable => name !== undefined && variable.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

function serverAt(host: string, own: string, servers: RegExp, inventory: Inventory, { pods }: References): Pick<DatabaseCall, 'server' | 'serverWorkload'> | undefined {
  const [, name, namespace = own] = /^([a-z0-9-]+)(?:\.([a-z0-9-]+))?(?:\.svc)?(?:\.cluster\.local)?$/.exec(host) ?? [];
  const { selector } = recordOf(inventory.findIn('Service', namespace, name)?.spec);
  if (Object.keys(recordOf(selector)).length === 0) { return undefined; }
  for (const { workload, template } of pods.select({ matchLabels: selector }, namespace)) {
    const server = listOf(template.spec.containers).map(recordOf).find(({ image }) => servers.test(officialTag(image)?.name ?? ''));
    if (server) { return { server, serverWorkload: workload }; }
  }
  return undefined;
}

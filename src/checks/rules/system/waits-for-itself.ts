import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { append } from '../../../manifest/group-by';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { processCallsOf } from '../../../manifest/process-calls';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

const example = (host: string) => together(
  podYaml(`initContainers: [{name: wait, image: busybox:1.36.1, command: [sh, -c, "until nc -z ${host} 80; do sleep 1; done"]}]`, 'containers: [{name: web, image: httpd:2.4.62}]'),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}'));

export const waitsForItself: Check = {
  id: 'waits-for-itself',
  why: 'a Service sends to pods that are ready. A pod that asks its own Service before it is ready, and has no others beside it that are, waits for ever',
  severity: 'warning',
  run: function* (_, context) {
    for (const [pods, services] of ownServices(context)) {
      for (const placed of containersOf(pods.template)) {
        for (const { text, path } of askedBeforeReady(placed)) {
          const service = services.find(one => asks(text, one));
          if (!service) { continue; }
          yield {
            object: pods.workload,
            path,
            message: `Container '${textOf(placed.container.name)}' of ${titleOf(pods.workload)} waits for ${titleOf(service)}, which sends to these pods only, and only when they are ready`,
            fix: `ask ${path.includes('Probe') ? 'localhost' : 'another program'}, or write publishNotReadyAddresses: true in ${titleOf(service)}`,
          };
        }
      }
    }
  },
  bad: example('web'),
  good: example('database'),
};

/** The Services of which the pods of one workload are all that they send to. */
function ownServices({ references }: CheckContext): Map<Pods, Manifest[]> {
  const found = new Map<Pods, Manifest[]>();
  for (const { from, selector, namespaces } of references.selectionsFor('routes to')) {
    const selected = from.kind === 'Service' && recordOf(from.spec).publishNotReadyAddresses !== true ? references.pods.select(selector, namespaces[0]) : [];
    if (selected.length === 1 && selected[0].workload.kind !== 'Job' && selected[0].workload.kind !== 'CronJob') { append(found, selected[0], from); }
  }
  return found;
}

interface Asked {
  readonly text: string;
  readonly path: string;
}

/** What is asked before the pod is ready: the conditions of loops in init containers, and what probes run or call. */
function askedBeforeReady(placed: PlacedContainer): Asked[] {
  const isFirst = placed.path.includes('/initContainers/') && placed.container.restartPolicy !== 'Always';
  return [...isFirst ? loopsOf(placed) : [], ...['readinessProbe', 'startupProbe'].flatMap(field => ofProbe(recordOf(placed.container[field]), `${placed.path}/${field}`))];
}

/** Scripts that tell the first member from the others, or end by themselves, do not wait for ever. */
function loopsOf(placed: PlacedContainer): Asked[] {
  return processCallsOf(placed).filter(({ by }) => by === 'container').flatMap(({ words, pathOf }) => words.flatMap((word, i) => {
    const text = textOf(word);
    if (/host|POD_NAME|ordinal|exit 0|break|timeout|seq /i.test(text)) { return []; }
    const conditions = [...text.matchAll(/\b(?:until|while\s+!)([^;\n]*)/g)].map(([, condition]) => condition);
    // The address of a Service is known before its pods are ready.
    return conditions.filter(condition => !/nslookup|getent|\bdig\b/.test(condition)).map(condition => ({ text: condition, path: pathOf(i) }));
  }));
}

function ofProbe({ exec, httpGet, tcpSocket }: Record<string, unknown>, path: string): Asked[] {
  const words = listOf(recordOf(exec).command).map(textOf).join(' ');
  const hosts = Object.entries({ httpGet, tcpSocket }).filter(([, handler]) => typeof recordOf(handler).host === 'string')
    .map(([field, handler]) => ({ text: `://${recordOf(handler).host} `, path: `${path}/${field}/host` }));
  return [...words === '' ? [] : [{ text: words, path: `${path}/exec/command` }], ...hosts];
}

/** True if a line calls the Service by its name, where a host is meant: `nc -z NAME 80`, `http://NAME/`, `-h NAME`, `NAME:80`. */
function asks(line: string, service: Manifest): boolean {
  const name = textOf(service.metadata?.name);
  if (!line.includes(name) || !/^[a-z0-9-]+$/.test(name)) { return false; }
  const host = `${name}(?:\\.${namespaceOf(service)}(?:\\.svc(?:\\.[a-z0-9.-]+)?)?)?`;
  const before = '(?:-h\\s*|--host(?:name)?[=\\s]+|://(?:[^\\s/@]*@)?|/dev/tcp/|\\bnc\\s+(?:-\\w+\\s+(?:\\d+\\s+)?)*)';
  return new RegExp(`${before}${host}(?=[\\s:/"')]|$)|(?:^|[\\s"'])${host}:\\d`).test(line);
}

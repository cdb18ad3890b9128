import { podYaml } from './examples';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf, handlersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Numbers that stand for one of the two by agreement. */
const OF_HTTPS = [443, 6443, 8443, 9443, 10250];
const OF_HTTP = [80];

const example = (scheme: string) => podYaml(
  `containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{name: https, containerPort: 8443}], readinessProbe: {httpGet: {path: /, port: https${scheme}}}}]`);

export const probeScheme: Check = {
  id: 'probe-scheme',
  why: 'the kubelet speaks plain HTTP in a probe unless its scheme is HTTPS. A server for HTTPS answers that with an error: the container never becomes ready, or is killed again and again. '
    + 'The other way round no connection comes about',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        if (!asksAnything(container)) { continue; }
        for (const { handler: { httpGet }, at } of handlersOf(container)) {
          if (!isRecord(httpGet) || httpGet.host !== undefined) { continue; }
          const { spoken, because } = protocolOf(httpGet.port, container);
          const { scheme = 'HTTP' } = httpGet;
          if (spoken === undefined || scheme === spoken || !['HTTP', 'HTTPS'].includes(scheme) || spoken === 'HTTP' && hasCertificates(container)) { continue; }
          yield {
            object: workload,
            path: `${path}${at}/httpGet/scheme`,
            message: `The ${at.split('/').at(-1)} of container '${textOf(container.name)}' of ${titleOf(workload)} speaks ${scheme} to port ${textOf(httpGet.port)}, `
              + `${because} ${spoken}`,
            fix: spoken === 'HTTPS' ? 'write scheme: HTTPS (the kubelet does not look at the certificate), or the port of plain HTTP' : 'remove scheme: HTTPS, or write the port of HTTPS',
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(', scheme: HTTPS'),
};

function asksAnything({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Record<string, any>): boolean {
  return lifecycle !== undefined || [livenessProbe, readinessProbe, startupProbe].some(probe => probe?.httpGet !== undefined);
}

/** True if a container is given certificates: it may speak HTTPS at a port of any name. */
function hasCertificates({ command, args, env, volumeMounts }: Record<string, any>): boolean {
  const variables = listOf(env).map(recordOf).flatMap(({ name, value }) => [name, value]);
  const mounts = listOf(volumeMounts).map(recordOf).flatMap(({ name, mountPath }) => [name, mountPath]);
  return [...listOf(command), ...listOf(args), ...variables, ...mounts].some(word => /cert|tls|ssl/i.test(textOf(word)));
}

interface Spoken {
  readonly spoken?: 'HTTP' | 'HTTPS';
  readonly because?: string;
}

/** What is spoken at a port, by its name; without one, by a number that stands for it. */
function protocolOf(port: unknown, { ports }: Record<string, unknown>): Spoken {
  const declared = listOf(ports).map(recordOf).find(({ name, containerPort }) => port === name || port === containerPort);
  const name = textOf(declared?.name ?? (typeof port === 'string' ? port : ''));
  const number = declared?.containerPort ?? port;
  if (/(^|-)https(-|$)/.test(name)) { return { spoken: 'HTTPS', because: 'whose name stands for' }; }
  if (name === 'http') { return { spoken: OF_HTTPS.includes(number) ? undefined : 'HTTP', because: 'whose name stands for' }; }
  if (name !== '') { return {}; }
  return { spoken: OF_HTTPS.includes(number) ? 'HTTPS' : OF_HTTP.includes(number) ? 'HTTP' : undefined, because: 'whose number stands for' };
}

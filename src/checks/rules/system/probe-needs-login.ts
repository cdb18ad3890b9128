import { podYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf, handlersOf } from '../../../kubernetes/workload';
import { loginOf } from '../../../manifest/image-logins';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (handler: string) => podYaml(`containers: [{name: queue, image: "rabbitmq:3.13.7-management", ports: [{containerPort: 15672}], readinessProbe: {${handler}}}]`);

export const probeNeedsLogin: Check = {
  id: 'probe-needs-login',
  why: 'the kubelet logs in nowhere. A server that answers 401 to whoever does not, or speaks HTTPS where HTTP is asked, never passes a probe: the container never becomes ready, or is killed again and again',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        for (const { at, by, handler } of isRedisWithPassword(container) ? handlersOf(container) : []) {
          if (by !== 'probe' || !asksWithoutPassword(handler.exec)) { continue; }
          yield {
            object: workload,
            path: `${path}${at}/exec/command`,
            message: `The ${at.split('/').at(-1)} of container '${textOf(container.name)}' of ${titleOf(workload)} never succeeds: the server wants a password, redis-cli gives none, and the answer is NOAUTH in place of PONG`,
            fix: 'write the variable REDISCLI_AUTH with the password',
          };
        }
        for (const { handler: { httpGet }, at, by } of handlersOf(container)) {
          if (by !== 'probe' || !isRecord(httpGet) || httpGet.host !== undefined) { continue; }
          const port = portOf(httpGet.port, container);
          const login = loginOf(container, port, textOf(httpGet.path));
          const { scheme = 'HTTP' } = httpGet;
          const isLoggedIn = listOf(httpGet.httpHeaders).some(header => /^authorization$/i.test(textOf(recordOf(header).name)));
          if (!login || isLoggedIn && login.speaks === scheme) { continue; }
          const speaks = login.speaks === scheme ? '' : `speaks ${login.speaks} at port ${textOf(port)}, and `;
          yield {
            object: workload,
            path: `${path}${at}/httpGet`,
            message: `The ${at.split('/').at(-1)} of container '${textOf(container.name)}' of ${titleOf(workload)} never succeeds: '${textOf(container.image)}' ${speaks}answers only those who log in`,
            fix: `write tcpSocket: {port: ${textOf(port)}} in place of httpGet, or exec with a command that knows the password${login.off && `; only to try it out, switch that off with the variable ${login.off}`}`,
          };
        }
      }
    }
  },
  bad: example('httpGet: {path: /api/healthchecks/node, port: 15672}'),
  good: example('tcpSocket: {port: 15672}'),
};

function portOf(port: unknown, { ports }: Record<string, any>): unknown {
  return typeof port === 'string' ? listOf(ports).map(recordOf).find(({ name }) => name === port)?.containerPort : port;
}

function isRedisWithPassword({ image, command, args, env }: Record<string, any>): boolean {
  const words = [...listOf(command), ...listOf(args)].map(textOf);
  return /^(redis|valkey)$/.test(imageName(image)) && words.some(word => /^--requirepass\b/.test(word)) && !listOf(env).some(variable => recordOf(variable).name === 'REDISCLI_AUTH');
}

/** True for a script that wants to read PONG. Without that, the exit code of redis-cli is 0 also for an error. */
function asksWithoutPassword(exec: unknown): boolean {
  const script = listOf(recordOf(exec).command).map(textOf).join(' ');
  const [call] = /(redis|valkey)-cli\b[^|;&)]*\bping\b[^|;&)]*(\|\s*grep\b|\)"?\s*!?=)/i.exec(script) ?? [];
  return call !== undefined && !/\s(-a|--pass|-u|--user)|REDISCLI_AUTH/.test(script);
}

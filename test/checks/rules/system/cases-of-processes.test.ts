import { loadAll } from 'js-yaml';
import { testCases } from './cases';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { isManifest } from '../../../../src/kubernetes/manifest';

// Beyond the examples in the checks themselves: where the line is drawn between what a container is told and what it does.

const problems = (id: string, yaml: string, version = '1.36') =>
  checkManifests(loadAll(yaml).filter(isManifest), { model: ApiModel.of(version) }).filter(finding => finding.rule === id).map(({ severity, path, fix }) => `${severity} ${path}: ${fix}`);

const pod = (container: string, spec = '') => `{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {${spec} containers: [{name: main, image: "a:1", ${container}}]}}`;
const MAIN = '/spec/containers/0';
const NAME = 'env: [{name: USER, value: app}, {name: SECRET, valueFrom: {secretKeyRef: {name: s, key: k}}}]';

testCases({
  'command-with-blanks': [
    ['a line for a shell gets one', pod('command: ["cd /app && npm start"]'), [`error ${MAIN}/command/0: write ["sh", "-c", "cd /app && npm start"]`]],
    ['a probe has no shell either', pod('livenessProbe: {exec: {command: ["cat /tmp/healthy"]}}'), [`error ${MAIN}/livenessProbe/exec/command/0: write ["cat", "/tmp/healthy"]`]],
    ['arguments may have blanks', pod('command: [psql, "-c", "select 1"]'), []],
    ['what the image starts is not known', pod('args: ["start all"]'), []],
    ['paths of Windows have blanks', pod('command: [\'C:\\Program Files\\app.exe\']'), []],
  ],
  'words-after-script': [
    ['a script that asks for its arguments has them', pod('command: [sh, -c, \'exec "$@"\', --, httpd]'), []],
    ['a name for the script is none of its words', pod('command: [bash, -c, "echo $HOME", bash]'), []],
    ['options may follow -c', pod('command: [sh, -c, -x, "sleep 1"]'), []],
    ['args go on where command ends', pod('command: [/bin/sh, -c]\n, args: [echo, hello]'), [`warning ${MAIN}/args/1: write one script: "echo hello"`]],
  ],
  'variable-not-expanded': [
    ['a shell reads it', pod(`command: [sh, -c, "echo $USER"], ${NAME}`), []],
    ['the kubelet reads it', pod(`command: [app, $(USER)], ${NAME}`), []],
    ['Java has placeholders of its own', pod(`command: [java, -jar, app.jar, "--user=\${USER}"], ${NAME}`), []],
    ['so may the program of an image', pod(`args: ["--user=\${USER}"], ${NAME}`), []],
    ['a variable of nobody is none', pod(`command: [app, $OTHER], ${NAME}`), []],
    ['an escaped dollar is meant', pod(`command: [app, $$USER], ${NAME}`), []],
    ['in a probe, values beside their names are known', pod(`readinessProbe: {exec: {command: [pg_isready, -U, $(USER)]}}, ${NAME}`), []],
    ['those from elsewhere are not', pod(`readinessProbe: {exec: {command: [sh, -c, "redis-cli -a $(SECRET) ping"]}}, ${NAME}`),
      [`warning ${MAIN}/readinessProbe/exec/command/2: write $SECRET`]],
    ['in a hook, none are', pod(`lifecycle: {preStop: {exec: {command: [app, stop, $(USER)]}}}, ${NAME}`),
      [`warning ${MAIN}/lifecycle/preStop/exec/command/2: call a shell: [sh, -c, <the line with "$USER">]`]],
  ],
  'pre-stop-too-long': [
    ['with more time it ends', pod('lifecycle: {preStop: {exec: {command: [sleep, "60"]}}}', 'terminationGracePeriodSeconds: 90,'), []],
    ['minutes count', pod('lifecycle: {preStop: {exec: {command: [sleep, 1m]}}}'),
      [`warning ${MAIN}/lifecycle/preStop/exec/command/0: write terminationGracePeriodSeconds: 90 in the spec of the pod, or let the hook sleep for a shorter time`]],
    ['postStart has all the time it wants', pod('lifecycle: {postStart: {exec: {command: [sleep, "60"]}}}'), []],
  ],
  'sysctl-needs-privilege': [
    ['a script that bears an error is well', pod('command: [sh, -c, "sysctl -w vm.swappiness=1 || true; app"]'), []],
    ['reading is allowed', pod('command: [sysctl, vm.swappiness]'), []],
  ],
  'probe-of-node': [
    ['with the network of the node they are one', pod('livenessProbe: {tcpSocket: {host: 127.0.0.1, port: 80}}', 'hostNetwork: true,'), []],
    ['another host may be meant', pod('livenessProbe: {httpGet: {host: example.com, port: 80}}'), []],
  ],
}, (id, yaml) => problems(id, yaml));

test('which setting of the kernel is safe depends on the version', () => {
  const yaml = pod('', 'securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_time, value: "60"}]},');

  expect(problems('unsafe-sysctl', yaml, '1.28')).toHaveLength(1);
  expect(problems('unsafe-sysctl', yaml, '1.29')).toEqual([]);
});

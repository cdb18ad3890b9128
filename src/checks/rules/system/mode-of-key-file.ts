import { objectYaml, setYaml, together } from './examples';
import { modeText, rightsOf } from '../../../kubernetes/file-mode';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, PodTemplate, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { volumeFileAt } from '../../../manifest/volume-file';
import { Check } from '../../engine/check';

const example = (mode: string) => together(
  setYaml('db', [
    'containers: [{name: db, image: mongo:7.0.14, args: [--replSet, rs0, --keyFile, /keys/key], volumeMounts: [{name: keys, mountPath: /keys}]}]',
    `volumes: [{name: keys, secret: {secretName: key${mode}}}]`,
  ]),
  objectYaml('v1', 'Secret', 'key', 'stringData: {key: change-me}'));

export const modeOfKeyFile: Check = {
  id: 'mode-of-key-file',
  why: 'MongoDB refuses a key file that others than its owner may read, RabbitMQ such a cookie, and MySQL ignores a configuration that all may write. Files of Secrets and ConfigMaps have the mode 0644 '
    + 'unless the volume says otherwise, and with an fsGroup its group may read them',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const placed of containersOf(template)) {
        const problem = problemOf(placed, template);
        if (!problem) { continue; }
        yield {
          object: workload,
          path: problem.path,
          message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} ${problem.message}`,
          fix: problem.fix,
        };
      }
    }
  },
  bad: example(''),
  good: example(', defaultMode: 256'),
};

interface ModeProblem {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

function problemOf(placed: PlacedContainer, template: PodTemplate): ModeProblem | undefined {
  const name = imageName(placed.container.image);
  if (/^(mongo|mongodb|mongodb-(community|enterprise)-server)$/.test(name)) { return keyFileProblem(placed, template); }
  if (name === 'rabbitmq') { return cookieProblem(placed, template); }
  return /^(mysql|mariadb|percona)/.test(name) ? configurationProblem(placed, template) : undefined;
}

/** With a command of its own a script may copy the file and change its mode. */
function keyFileProblem({ container }: PlacedContainer, template: PodTemplate): ModeProblem | undefined {
  const words = [...listOf(container.command), ...listOf(container.args)].map(textOf);
  const option = words.findIndex(word => /^--keyFile(=|$)/.test(word));
  const file = option < 0 ? '' : words[option].includes('=') ? words[option].slice('--keyFile='.length) : textOf(words[option + 1]);
  const found = file === '' || words.some(word => /(^|\/)(ba|da)?sh$/.test(word)) ? undefined : volumeFileAt(file, container, template);
  if (!found) { return undefined; }
  const hasGroup = recordOf(template.spec.securityContext).fsGroup !== undefined;
  const { group, others } = rightsOf(found.mode);
  if (!hasGroup && ![group, others].some(({ read, write, run }) => read || write || run)) { return undefined; }
  return {
    path: found.path,
    message: `reads the key file ${file} with the mode ${modeText(found.mode)}${hasGroup ? ', and fsGroup lets a group read it' : ''}, which mongod refuses as too open`,
    fix: hasGroup
      ? 'copy the file in an init container to an emptyDir, and give it to the user of mongod with mode 0400'
      : 'write defaultMode: 0400 in the volume; where mongod does not run as root, copy the file in an init container and give it to its user with mode 0400',
  };
}

const COOKIE = '/var/lib/rabbitmq/.erlang.cookie';

function cookieProblem({ container }: PlacedContainer, template: PodTemplate): ModeProblem | undefined {
  const isFile = listOf(container.volumeMounts).some(mount => recordOf(mount).mountPath === COOKIE);
  const found = isFile ? volumeFileAt(COOKIE, container, template) : undefined;
  const { group, others } = rightsOf(found?.mode ?? 0);
  if (!found || ![group, others].some(({ read, write, run }) => read || write || run)) { return undefined; }
  return {
    path: found.path,
    message: `has its cookie at ${COOKIE} with the mode ${modeText(found.mode)}: Erlang refuses a cookie that others than its owner may read`,
    fix: 'copy the file in an init container to the volume at /var/lib/rabbitmq, and give it to the user of RabbitMQ with mode 0400',
  };
}

function configurationProblem({ container }: PlacedContainer, template: PodTemplate): ModeProblem | undefined {
  for (const { mountPath } of listOf(container.volumeMounts).map(recordOf)) {
    const path = textOf(mountPath);
    const found = /^\/etc\/(my\.cnf|mysql)/.test(path) ? volumeFileAt(path, container, template) : undefined;
    if (!found || !rightsOf(found.mode).others.write) { continue; }
    return {
      path: found.path,
      message: `has its configuration at ${path} with the mode ${modeText(found.mode)}: a file that all may write is ignored`,
      fix: 'write defaultMode: 0644 in the volume',
    };
  }
  return undefined;
}

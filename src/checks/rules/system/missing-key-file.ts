import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { officialTag } from '../../../manifest/official-tag';
import { Check } from '../../engine/check';

const example = (rest: string) => podYaml(
  `containers: [{name: db, image: "mongo:7.0.15", args: [--replSet, rs0${rest}], env: [{name: MONGO_INITDB_ROOT_USERNAME, value: root}, {name: MONGO_INITDB_ROOT_PASSWORD_FILE, value: /key/password}]}]`);

export const missingKeyFile: Check = {
  id: 'missing-key-file',
  why: 'members of a replica set that ask for passwords must know one another, too: mongod ends with "security.keyFile is required when authorization is enabled with replica sets". The variables MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD switch the passwords on',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      if (call.by !== 'container' || officialTag(container.image)?.name !== 'mongo') { continue; }
      const words = call.words.map(textOf);
      const index = words.findIndex(word => /^--replSet(=|$)/.test(word));
      if (index < 0 || !asksForPasswords(words, call.namesProgram, container) || words.some(word => KNOWS.test(word))) { continue; }
      yield {
        object: workload,
        path: call.pathOf(index),
        message: `The server of ${titleOf(workload)} is a member of a replica set and asks for passwords, and has no key by which the members know one another: it ends with an error`,
        fix: 'add --keyFile with a file of mode 0400 that belongs to the user 999, with the same text for all members; or do without the variables MONGO_INITDB_ROOT_… and --auth',
      };
    }
  },
  bad: example(''),
  good: example(', --keyFile, /key/key'),
};

/** By one of these it has a key, does without passwords, or may be told either by a file. */
const KNOWS = /^(--keyFile|--clusterAuthMode|--transitionToAuth|--noauth|--config|-f|--tls\w+|--ssl\w+)(=|$)/;

/** A command takes the place of the entry point, which reads the variables, unless it is the server itself. */
function asksForPasswords(words: readonly string[], namesProgram: boolean, { env }: Record<string, any>): boolean {
  const isServer = namesProgram ? /(^|\/)mongod$/.test(words[0]) : words[0] === 'mongod' || words[0].startsWith('-');
  const isSet = (name: string) => listOf(env).map(recordOf).some(variable => [name, `${name}_FILE`].includes(textOf(variable.name)) && variable.value !== '');
  return isServer && (words.includes('--auth') || !namesProgram && isSet('MONGO_INITDB_ROOT_USERNAME') && isSet('MONGO_INITDB_ROOT_PASSWORD'));
}

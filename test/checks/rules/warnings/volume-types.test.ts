import { pod, warns } from '../object/rule-cases';

describe('types of volumes', () => warns([
  ['one that goes', pod('volumes: [{name: a, rbd: {monitors: [a], image: b}}]'), 'deprecated-volume-type /spec/volumes/0/rbd'],
  ['one that stays', pod('volumes: [{name: a, nfs: {server: a, path: /b}}]')],
], '1.28'));

describe('before', () => warns([
  ['one that goes', pod('volumes: [{name: a, rbd: {monitors: [a], image: b}}]')],
], '1.27'));

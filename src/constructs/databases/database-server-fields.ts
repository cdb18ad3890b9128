import { DATABASE_FIELDS, DATABASE_WORDS } from './database-fields';
import { DatabaseServerProps } from './database-server-props';
import { DatabaseGrant, DatabaseUser } from './database-user';
import { InitScript } from './init-script';
import { NamedDatabase } from './named-database';
import { Login } from './user-problems';
import type { Format } from '../../kubernetes/formats/format';
import { Field, Struct, WordsForProps, choice, fitting, listOf, required, struct, text } from '../../props/fields';
import { nameOf } from '../../props/value-fields';

/** Names that need no quotes, and that servers do not cut off. */
const PLAIN_NAME: Format<string> = {
  family: 'name',
  mustBe: 'lower case letters, digits, `_` and `-`, beginning with a letter, at most 32 characters',
  fits: value => /^[a-z][a-z0-9_-]{0,31}$/.test(value),
};

const SCRIPT_NAME: Format<string> = {
  family: 'name',
  mustBe: 'letters, digits, `_`, `-` and `.`, beginning with a letter or digit, at most 63 characters',
  fits: value => /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(value),
};

const NAME_OF_DATABASE = fitting(text('shop'), PLAIN_NAME);
const NAME_OF_USER = fitting(text('shop'), PLAIN_NAME);

const GRANT = struct<DatabaseGrant>({ database: required(NAME_OF_DATABASE), access: choice('read', 'write') }, '{ database: "shop" }');

const NAMED_DATABASE = struct<NamedDatabase>({
  name: required(NAME_OF_DATABASE),
  owner: NAME_OF_USER,
  extensions: listOf(fitting(text('pg_trgm'), PLAIN_NAME)),
}, '{ name: "shop", owner: "shop" }');

/** What the users of every engine have. */
export const LOGIN_FIELDS: Readonly<Record<keyof Login, Field>> = {
  name: required(NAME_OF_USER),
  passwordSecret: nameOf('a Secret', text('shop-login'), 'leave it out for one that is generated in the cluster'),
};

/** What they have under another name. */
export const LOGIN_WORDS: WordsForProps = { password: "write 'passwordSecret', the name of a Secret with the key 'password'" };

const DATABASE_USER = struct<DatabaseUser>({ ...LOGIN_FIELDS, grants: listOf(GRANT) }, '{ name: "shop" }', LOGIN_WORDS);

const INIT_SCRIPT = struct<InitScript>({
  name: required(fitting(text('tables'), SCRIPT_NAME)),
  content: required(text('CREATE TABLE items (id bigint PRIMARY KEY);')),
  database: NAME_OF_DATABASE,
}, '{ name: "tables", database: "shop", content: "CREATE TABLE items (id bigint PRIMARY KEY);" }', { sql: "did you mean 'content'?" });

/** The props of every database whose server has databases and users of its own. */
export const DATABASE_SERVER_FIELDS: Readonly<Record<keyof DatabaseServerProps, Field>> = {
  ...DATABASE_FIELDS,
  databases: listOf(NAMED_DATABASE),
  users: listOf(DATABASE_USER),
  initScripts: listOf(INIT_SCRIPT),
};

/** The same, of those that have no props of their own. */
export const DATABASE_SERVER: Struct<DatabaseServerProps> = struct<DatabaseServerProps>(DATABASE_SERVER_FIELDS, '{ replicas: 3 }', DATABASE_WORDS);

import { DATABASE_FIELDS } from './database-fields';
import { SqlDatabase } from './sql-database';
import { SqlDatabaseProps } from './sql-database-props';
import { SqlScript } from './sql-script';
import { SqlGrant, SqlUser } from './sql-user';
import type { Format } from '../../kubernetes/formats/format';
import { Field, choice, fitting, listOf, required, struct, text } from '../../props/fields';
import { nameOf } from '../../props/value-fields';

/** Names that SQL takes without quotes, and that servers do not cut off. */
const SQL_NAME: Format<string> = {
  family: 'name',
  mustBe: 'lower case letters, digits, `_` and `-`, beginning with a letter, at most 32 characters',
  fits: value => /^[a-z][a-z0-9_-]{0,31}$/.test(value),
};

const SCRIPT_NAME: Format<string> = {
  family: 'name',
  mustBe: 'letters, digits, `_`, `-` and `.`, beginning with a letter or digit, at most 63 characters',
  fits: value => /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(value),
};

const NAME_OF_DATABASE = fitting(text('shop'), SQL_NAME);
const NAME_OF_USER = fitting(text('shop'), SQL_NAME);

const GRANT = struct<SqlGrant>({ database: required(NAME_OF_DATABASE), access: choice('read', 'write') }, '{ database: "shop" }');

const SQL_DATABASE = struct<SqlDatabase>({
  name: required(NAME_OF_DATABASE),
  owner: NAME_OF_USER,
  extensions: listOf(fitting(text('pg_trgm'), SQL_NAME)),
}, '{ name: "shop", owner: "shop" }');

const SQL_USER = struct<SqlUser>({
  name: required(NAME_OF_USER),
  passwordSecret: nameOf('a Secret', text('shop-login'), 'leave it out for one that is generated in the cluster'),
  grants: listOf(GRANT),
}, '{ name: "shop" }', { password: "write 'passwordSecret', the name of a Secret with the key 'password'" });

const SQL_SCRIPT = struct<SqlScript>({
  name: required(fitting(text('tables'), SCRIPT_NAME)),
  sql: required(text('CREATE TABLE items (id bigint PRIMARY KEY);')),
  database: NAME_OF_DATABASE,
}, '{ name: "tables", database: "shop", sql: "CREATE TABLE items (id bigint PRIMARY KEY);" }');

/** The props of every database whose server speaks SQL. */
export const SQL_FIELDS: Readonly<Record<keyof SqlDatabaseProps, Field>> = {
  ...DATABASE_FIELDS,
  databases: listOf(SQL_DATABASE),
  users: listOf(SQL_USER),
  initScripts: listOf(SQL_SCRIPT),
};

import { randomUUID } from 'crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

/** What is in a data directory. */
export interface Database {
  readonly uuid: string;
  readonly executed: string;
  readonly received: string;
  readonly accounts: { readonly [name: string]: string };
}

const fileIn = (directory: string) => join(directory, 'db.json');

/** With what was executed while the database was made, so that a script that keeps it is found out. */
export function createDatabase(directory: string): void {
  const uuid = randomUUID();
  const database: Database = { uuid, executed: `${uuid}:1`, received: '', accounts: { 'root@localhost': '' } };
  mkdirSync(directory);
  writeFileSync(fileIn(directory), JSON.stringify(database));
}

export function readDatabase(directory: string): Database {
  return JSON.parse(readFileSync(fileIn(directory), 'utf8'));
}

export function changeDatabase(directory: string, change: Partial<Database>): void {
  writeFileSync(fileIn(directory), JSON.stringify({ ...readDatabase(directory), ...change }));
}

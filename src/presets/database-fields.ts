import { DatabaseProps } from './database-props';
import { Field, flag, number, text } from '../fields';
import { SIZE, STORAGE, nameOf } from '../value-fields';

/** The fields that databases have in common. */
export const DATABASE_FIELDS: Readonly<Record<keyof DatabaseProps, Field>> = {
  name: text('db'),
  replicas: number(3),
  size: SIZE,
  storage: STORAGE,
  passwordSecret: nameOf('a Secret', text('db-auth'), 'leave it out for one that is generated in the cluster'),
  tlsSecret: nameOf('a Secret', text('db-tls'), 'leave it out for connections that are not encrypted'),
  metrics: flag(),
};

import { DatabaseProps } from './database-props';
import { Field, flag, number, text } from '../fields';
import { SIZE, STORAGE } from '../value-fields';

/** The fields that databases have in common. */
export const DATABASE_FIELDS: Readonly<Record<keyof DatabaseProps, Field>> = {
  name: text('db'),
  replicas: number(3),
  size: SIZE,
  storage: STORAGE,
  passwordSecret: text('db-auth'),
  tlsSecret: text('db-tls'),
  metrics: flag(),
};

import { Field, flag, number, text } from '../fields';
import { SIZE, STORAGE } from '../value-fields';

/** The fields that databases have in common. */
export const MEMBER_FIELDS: Readonly<Record<'name' | 'replicas' | 'size' | 'storage' | 'passwordSecret', Field>> = {
  name: text('db'),
  replicas: number(3),
  size: SIZE,
  storage: STORAGE,
  passwordSecret: text('db-auth'),
};

export const TLS_SECRET: Field = text('db-tls');
export const METRICS: Field = flag();

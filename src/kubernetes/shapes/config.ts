import { isRecord, recordOf } from '../manifest';
import { METADATA } from './common';
import { ATOMIC_LIST, FREE_MAP, QUANTITIES, Shape, fixed, listOfShape, struct } from './shape';

/** `stringData` is write-only: the server puts it into `data`; base64 is compared by what it stands for. */
function decodeSecret(secret: Record<string, any>): Record<string, any> {
  const { stringData, data, ...rest } = secret;
  const encoded = Object.entries(recordOf(stringData)).map(([key, value]) => [key, encode(value ?? '')]);
  const given = Object.entries(recordOf(data)).map(([key, value]) => [key, canonical(value)]);
  const all = Object.fromEntries([...given, ...encoded]);
  return Object.keys(all).length > 0 || isRecord(data) ? { ...rest, data: all } : rest;
}

function encode(value: unknown): string {
  return Buffer.from(String(value)).toString('base64');
}

function canonical(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value ?? '';
}

export const SECRET: Shape = struct({ metadata: METADATA, data: FREE_MAP }, fixed({ type: 'Opaque' }), { decode: decodeSecret });

export const CONFIG_MAP: Shape = struct({ metadata: METADATA, data: FREE_MAP, binaryData: FREE_MAP });

export const RESOURCE_QUOTA: Shape = struct({
  metadata: METADATA,
  spec: struct({ hard: QUANTITIES, scopes: ATOMIC_LIST, scopeSelector: { atomic: true } }),
});

export const LIMIT_RANGE: Shape = struct({
  metadata: METADATA,
  spec: struct({
    limits: listOfShape(struct({
      max: QUANTITIES, min: QUANTITIES, default: QUANTITIES, defaultRequest: QUANTITIES, maxLimitRequestRatio: QUANTITIES,
    })),
  }),
});

export const LEASE: Shape = struct({ metadata: METADATA, spec: struct({}) });

/** What we know of any other kind: its metadata. */
export const OTHER: Shape = struct({ metadata: METADATA });

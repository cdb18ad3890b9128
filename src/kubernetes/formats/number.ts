import { Format } from './format';
import { parseQuantity } from '../quantity';

const MAX_INT32 = 2 ** 31 - 1;

/** A number with bounds, both included. */
export function between(min: number, max: number): Format<number> {
  return { family: 'range', mustBe: `a number from ${min} to ${max}`, fits: value => Number.isInteger(value) && value >= min && value <= max };
}

/** A number that is large enough. */
export function atLeast(min: number): Format<number> {
  return { ...between(min, Infinity), mustBe: min === 0 ? 'a number that is not negative' : `a number of at least ${min}` };
}

/** The same for values that no schema has looked at: a whole number of 32 bits. */
export function wholeNumber(min: number): Format<number> {
  return { ...between(min, MAX_INT32), mustBe: `a whole number from ${min}` };
}

/** Kubernetes is made for clusters of 150,000 pods at most: https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
const MOST_PODS = 150_000;

/** How many pods there shall be. */
export function podCount(min: number): Format<number> {
  return { ...between(min, MOST_PODS), mustBe: `a whole number from ${min} to ${MOST_PODS}, the most pods that a cluster is made for` };
}

export const NOT_NEGATIVE = atLeast(0);
export const POSITIVE = atLeast(1);

/** An id of a user or group of Linux. */
export const MAX_USER_ID = MAX_INT32;
export const USER_ID = between(0, MAX_USER_ID);

/** Permissions of a file. */
export const FILE_MODE: Format<number> = { ...between(0, 0o777), family: 'mode', mustBe: 'a file mode from 0 to 0777 (511 in decimal)' };

export const QUANTITY_NOT_NEGATIVE: Format<string | number> = {
  family: 'quantity',
  mustBe: 'a quantity that is not negative',
  fits: value => (parseQuantity(value) ?? 0n) >= 0n,
};

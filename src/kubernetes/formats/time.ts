/** As in RFC 3339. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
/** With microseconds there are six digits, no more and no less. */
const MICRO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}(Z|[+-]\d{2}:\d{2})$/;

/** True for a time as Kubernetes writes it. */
export function isTime(value: string): boolean {
  return TIME.test(value) && !Number.isNaN(Date.parse(value)) && !/T24/.test(value) && isDate(value.slice(0, 10));
}

/** True for a time with microseconds. */
export function isMicroTime(value: string): boolean {
  return MICRO_TIME.test(value) && isTime(value);
}

/** False for days that their month does not have, which JavaScript takes for days of the next one. */
function isDate(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

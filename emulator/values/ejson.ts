import { invalidParameter, unknownOperator } from '../errors';
import { setField } from './types';
import type { Fields, Value } from './types';

/**
 * MongoDB Extended JSON v2, the part that the SDK sends and reads.
 * Decoding takes both the canonical and the relaxed form; encoding gives the relaxed form, which the
 * SDK's own parser reads and which keeps numbers as plain JSON on disk.
 * Source: the specification "MongoDB Extended JSON (v2)".
 */
export function decode(text: string, now?: () => number): Value {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalidParameter('the request holds a string that is not JSON');
  }
  return revive(parsed, now);
}

export function decodeFields(text: string, now?: () => number): Fields {
  const value = decode(text, now);
  if (value === null || typeof value !== 'object' || Array.isArray(value) || value instanceof Date || value instanceof RegExp) {
    throw invalidParameter('the request holds a value where an object is expected');
  }
  return value;
}

type Special = (raw: unknown, now?: () => number) => Value;

const SPECIAL: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['$numberInt', (raw) => toNumber(raw)],
  ['$numberLong', (raw) => toNumber(raw)],
  ['$numberDouble', (raw) => toNumber(raw)],
  ['$date', (raw) => toDate(raw)],
  ['$regularExpression', (raw) => toRegExp(raw)],
  ['$tcb_server_date', (raw, now) => serverDate(raw, now)],
]);

const REFUSED = new Set(['$oid', '$binary', '$uuid', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$code', '$symbol', '$dbPointer', '$undefined']);

function revive(raw: unknown, now?: () => number): Value {
  if (raw === null || typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (Array.isArray(raw)) return raw.map((item: unknown) => revive(item, now));
  if (typeof raw !== 'object') throw invalidParameter(`a ${typeof raw} cannot be stored`);
  const keys = Object.keys(raw);
  const first = keys[0];
  const source = raw as Record<string, unknown>;
  if (first !== undefined && keys.length === 1 && first.startsWith('$')) {
    const special = SPECIAL.get(first);
    if (special) return special(source[first], now);
    if (REFUSED.has(first)) throw unknownOperator(`the value type ${first}`);
  }
  const result: Fields = {};
  for (const key of keys) setField(result, key, revive(source[key], now));
  return result;
}

function toNumber(raw: unknown): number {
  if (typeof raw === 'number') return raw;
  const value = raw === 'NaN' ? NaN : Number(raw);
  if (typeof raw !== 'string' || (Number.isNaN(value) && raw !== 'NaN')) throw invalidParameter('not a number');
  return value;
}

function toDate(raw: unknown): Date {
  const inner = typeof raw === 'object' && raw !== null && '$numberLong' in raw ? Number(raw.$numberLong) : raw;
  if (typeof inner !== 'string' && typeof inner !== 'number') throw invalidParameter('not a date');
  const date = new Date(inner);
  if (Number.isNaN(date.getTime())) throw invalidParameter('not a date');
  return date;
}

function toRegExp(raw: unknown): RegExp {
  if (typeof raw !== 'object' || raw === null || !('pattern' in raw)) throw invalidParameter('not a regular expression');
  const options = 'options' in raw ? String(raw.options) : '';
  try {
    // MongoDB's x flag has no equal here; g and y carry state between matches and mean nothing in a query.
    return new RegExp(String(raw.pattern), options.replace(/[gy]/g, ''));
  } catch {
    throw invalidParameter(`not a regular expression this emulator can run: /${String(raw.pattern)}/${options}`);
  }
}

/** `db.serverDate({offset})`: the emulated time of the request plus `offset` milliseconds. */
function serverDate(raw: unknown, now?: () => number): Date {
  if (!now) throw invalidParameter('a server date is not allowed here');
  const offset = typeof raw === 'object' && raw !== null && 'offset' in raw ? revive(raw.offset) : 0;
  return new Date(now() + (typeof offset === 'number' ? offset : 0));
}

export function encode(value: Value): string {
  return JSON.stringify(toRelaxed(value));
}

function toRelaxed(value: Value): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) {
    const ms = value.getTime();
    // The relaxed form writes an ISO string only for the years 1970-9999.
    return ms >= 0 && ms < 253402300800000 ? { $date: value.toISOString() } : { $date: { $numberLong: String(ms) } };
  }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (Array.isArray(value)) return value.map(toRelaxed);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== undefined) Object.defineProperty(result, key, { value: toRelaxed(item), enumerable: true, writable: true, configurable: true });
  }
  return result;
}

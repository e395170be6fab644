import type { Value } from './types';
import { isFields } from './types';

/**
 * MongoDB's order of types for comparison and sorting. The numbers are the first byte of an index key.
 * Source: MongoDB manual, "Comparison/Sort Order".
 */
export const RANK = { emptyArray: 2, null: 5, number: 16, string: 32, object: 48, array: 64, boolean: 96, date: 112, regexp: 128 } as const;

export type Kind = keyof typeof RANK;

export function kindOf(value: Value | undefined): Kind {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regexp';
  return Array.isArray(value) ? 'array' : 'object';
}

function terminated(text: string): Buffer {
  // Zero bytes are escaped so that the terminator sorts before any character.
  return Buffer.concat([Buffer.from(text.replace(/\0/g, '\0\x01'), 'utf8'), Buffer.from([0, 0])]);
}

function orderedDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  // NaN sorts below every number, as in MongoDB.
  if (Number.isNaN(value)) return Buffer.alloc(8);
  const negative = (bytes[0] ?? 0) >= 128;
  for (let i = 0; i < 8; i += 1) {
    const byte = bytes[i] ?? 0;
    bytes[i] = negative ? byte ^ 0xff : i === 0 ? byte | 0x80 : byte;
  }
  return bytes;
}

function nested(value: Value): Buffer {
  const kind = kindOf(value);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([RANK.string]), terminated(value)]);
  if (kind === 'array' && Array.isArray(value)) {
    return Buffer.concat([Buffer.from([RANK.array]), ...value.map(nested), Buffer.from([0])]);
  }
  if (isFields(value)) {
    const parts: Buffer[] = [Buffer.from([RANK.object])];
    for (const key of Object.keys(value)) {
      const item = value[key] ?? null;
      parts.push(Buffer.from([RANK[kindOf(item)]]), terminated(key), nested(item));
    }
    return Buffer.concat([...parts, Buffer.from([0])]);
  }
  return encodeKey(value);
}

/** Bytes whose plain order (memcmp) is MongoDB's order of values. Strings go by their UTF-8 bytes. */
export function encodeKey(value: Value | undefined): Buffer {
  const kind = kindOf(value);
  const head = Buffer.from([RANK[kind]]);
  switch (kind) {
    case 'number':
      return Buffer.concat([head, orderedDouble(value as number)]);
    case 'string':
      return Buffer.concat([head, Buffer.from(value as string, 'utf8')]);
    case 'boolean':
      return Buffer.concat([head, Buffer.from([value === true ? 1 : 0])]);
    case 'date':
      return Buffer.concat([head, orderedDouble((value as Date).getTime())]);
    case 'regexp':
      return Buffer.concat([head, Buffer.from(String(value), 'utf8')]);
    case 'object':
    case 'array':
      return nested(value as Value);
    default:
      return head;
  }
}

/** Compares as MongoDB sorts two whole values. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  return Buffer.compare(encodeKey(a), encodeKey(b));
}

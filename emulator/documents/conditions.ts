import { encodeKey, kindOf, RANK } from '../values/order';
import type { Fields, Value } from '../values/types';
import { isFields } from '../values/types';

/** Index keys from `low` to `high`; null is open. Always within one type, as comparisons are. */
export interface Range {
  low: Buffer;
  lowInclusive: boolean;
  high: Buffer;
  highInclusive: boolean;
}

/** One condition that an index could answer. `exact`: the index answers it with no re-check. */
export type Atom =
  | { kind: 'points'; field: string; points: Buffer[]; exact: boolean }
  | { kind: 'range'; field: string; range: Range; exact: boolean };

export interface Conditions {
  atoms: Atom[];
  /** Each `$or` as its branches. */
  alternatives: Fields[][];
  /** Something that no index answers. */
  others: boolean;
  geo: { field: string; operator: '$nearSphere' | '$geoWithin' | '$geoIntersects'; operand: Value }[];
}

/** Takes a filter apart into what must hold all at once. What is not understood counts as `others`. */
export function analyse(filter: Fields): Conditions {
  const found: Conditions = { atoms: [], alternatives: [], others: false, geo: [] };
  collect(filter, found);
  return found;
}

function collect(filter: Fields, found: Conditions): void {
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(operand)) {
      for (const part of operand) if (isFields(part)) collect(part, found);
    } else if (key === '$or' && Array.isArray(operand)) {
      found.alternatives.push(operand.filter(isFields));
    } else if (key.startsWith('$')) {
      found.others = true;
    } else {
      field(key, operand, found);
    }
  }
}

function field(name: string, operand: Value, found: Conditions): void {
  const operators = isFields(operand) && Object.keys(operand).some((key) => key.startsWith('$')) ? operand : { $eq: operand };
  for (const [operator, value] of Object.entries(operators)) {
    if (operator === '$nearSphere' || operator === '$geoWithin' || operator === '$geoIntersects') {
      found.geo.push({ field: name, operator, operand: value });
      continue;
    }
    const atom = toAtom(name, operator, value);
    if (atom) found.atoms.push(atom);
    else found.others = true;
  }
}

/** Objects, arrays and patterns are left to the re-check: only plain values make points and ranges. */
const isPlain = (value: Value): boolean => ['null', 'number', 'string', 'boolean', 'date'].includes(kindOf(value));

function toAtom(name: string, operator: string, value: Value): Atom | null {
  switch (operator) {
    case '$eq':
      return isPlain(value) ? points(name, [value], true) : null;
    case '$in':
      return Array.isArray(value) && value.every(isPlain) ? points(name, value, true) : null;
    case '$all':
      return Array.isArray(value) && value[0] !== undefined && isPlain(value[0]) ? points(name, [value[0]], value.length === 1) : null;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return isPlain(value) && value !== null ? { kind: 'range', field: name, range: toRange(operator, value), exact: true } : null;
    case '$regex':
      return prefix(name, value);
    default:
      return null;
  }
}

function points(name: string, values: readonly Value[], exact: boolean): Atom {
  const unique = new Map(values.map((value) => [encodeKey(value).toString('latin1'), encodeKey(value)]));
  // A missing field and null share a key, and an equality with null has finer rules.
  return { kind: 'points', field: name, points: [...unique.values()], exact: exact && !values.includes(null) };
}

function toRange(operator: string, value: Value): Range {
  const key = encodeKey(value);
  const rank = RANK[kindOf(value)];
  const floor = Buffer.from([rank]);
  const ceiling = Buffer.from([rank + 1]);
  if (operator === '$gt' || operator === '$gte') {
    return { low: key, lowInclusive: operator === '$gte', high: ceiling, highInclusive: false };
  }
  return { low: floor, lowInclusive: true, high: key, highInclusive: operator === '$lte' };
}

/** A pattern such as /^abc/ reads only the strings that begin so. */
function prefix(name: string, value: Value): Atom | null {
  if (!(value instanceof RegExp) || value.flags !== '') return null;
  const [, text] = /^\^([A-Za-z0-9_:-]+)(?![?*{+])/.exec(value.source) ?? [];
  if (text === undefined || value.source.includes('|')) return null;
  // The last letter may be optional ("^ab?"), so one fewer is surely there.
  const low = encodeKey(/^[?*{+]/.test(value.source.slice(1 + text.length)) ? text.slice(0, -1) : text);
  return { kind: 'range', field: name, range: { low, lowInclusive: true, high: Buffer.concat([low, Buffer.from([0xff])]), highInclusive: false }, exact: false };
}

export function intersect(a: Range, b: Range): Range {
  const low = Buffer.compare(a.low, b.low);
  const high = Buffer.compare(a.high, b.high);
  return {
    low: low >= 0 ? a.low : b.low,
    lowInclusive: low === 0 ? a.lowInclusive && b.lowInclusive : low > 0 ? a.lowInclusive : b.lowInclusive,
    high: high <= 0 ? a.high : b.high,
    highInclusive: high === 0 ? a.highInclusive && b.highInclusive : high < 0 ? a.highInclusive : b.highInclusive,
  };
}

/**
 * The range that all branches of an `$or` fall into on one field, or null if a branch leaves it open.
 * This is what lets a page cursor ({a < x} or {a = x, id < y}) start in the middle of an index.
 */
export function hull(branches: readonly Fields[], name: string): Range | null {
  let result: Range | null = null;
  for (const branch of branches) {
    const range = branchRange(analyse(branch).atoms.filter((atom) => atom.field === name));
    if (!range) return null;
    if (!result) {
      result = range;
    } else {
      const low: Range = Buffer.compare(range.low, result.low) <= 0 ? range : result;
      const high: Range = Buffer.compare(range.high, result.high) >= 0 ? range : result;
      result = { low: low.low, lowInclusive: true, high: high.high, highInclusive: true };
    }
  }
  return result;
}

/** Only one condition is used: on an array, two may hold through different elements. */
function branchRange(atoms: readonly Atom[]): Range | null {
  const [atom] = atoms;
  if (!atom) return null;
  if (atom.kind === 'range') return atom.range;
  const sorted = [...atom.points].sort(Buffer.compare);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  return first && last ? { low: first, lowInclusive: true, high: last, highInclusive: true } : null;
}

import { compare, encodeKey, RANK } from './order';
import type { Fields, Value } from './types';
import { isFields } from './types';

const INDEX = /^\d+$/;

/**
 * Every value a dotted path leads to, walking into arrays as MongoDB does.
 * `undefined` stands for "this way ends before the path does".
 */
export function reach(value: Value | undefined, path: readonly string[], from = 0): (Value | undefined)[] {
  const name = path[from];
  if (name === undefined) return [value];
  if (Array.isArray(value)) {
    const found: (Value | undefined)[] = [];
    if (INDEX.test(name)) found.push(...reach(value[Number(name)], path, from + 1));
    for (const item of value) if (isFields(item)) found.push(...reach(item, path, from));
    return found;
  }
  if (isFields(value) && Object.prototype.hasOwnProperty.call(value, name)) return reach(value[name], path, from + 1);
  return [undefined];
}

/** What a comparison looks at: each value reached, and the elements of those that are arrays. */
export function comparands(doc: Value, path: readonly string[]): (Value | undefined)[] {
  const found = reach(doc, path);
  const all: (Value | undefined)[] = [];
  for (const value of found) {
    all.push(value);
    if (Array.isArray(value)) all.push(...value);
  }
  return all;
}

/** The keys a document has in an index on `path`; an array gives one for each element. */
export function indexKeys(doc: Fields, path: readonly string[]): { keys: Buffer[]; multi: boolean } {
  const found = reach(doc, path);
  const unique = new Map<string, Buffer>();
  let multi = found.length !== 1;
  const add = (key: Buffer): void => {
    unique.set(key.toString('latin1'), key);
  };
  for (const value of found) {
    if (Array.isArray(value)) {
      multi = true;
      if (value.length === 0) add(Buffer.from([RANK.emptyArray]));
      for (const item of value) add(encodeKey(item));
    } else {
      add(encodeKey(value));
    }
  }
  if (unique.size === 0) add(encodeKey(null));
  return { keys: [...unique.values()], multi };
}

export type Order = readonly (readonly [field: string, direction: 1 | -1])[];

/** An array sorts by its smallest element upwards and by its largest downwards. */
function sortKey(doc: Fields, path: readonly string[], direction: 1 | -1): Buffer {
  const { keys } = indexKeys(doc, path);
  return keys.reduce((best, key) => (Buffer.compare(key, best) * direction < 0 ? key : best));
}

/** Sorts documents in memory, stable, in MongoDB's order. */
export function sortDocs<T extends Fields>(docs: readonly T[], order: Order): T[] {
  const paths = order.map(([field, direction]) => ({ path: field.split('.'), direction }));
  const keyed = docs.map((doc) => ({ doc, keys: paths.map(({ path, direction }) => sortKey(doc, path, direction)) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < paths.length; i += 1) {
      const difference = Buffer.compare(a.keys[i] ?? Buffer.alloc(0), b.keys[i] ?? Buffer.alloc(0));
      if (difference !== 0) return difference * (paths[i]?.direction ?? 1);
    }
    return 0;
  });
  return keyed.map(({ doc }) => doc);
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return compare(a, b) === 0;
}

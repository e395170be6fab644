import type { Order } from '../values/paths';
import type { Fields } from '../values/types';
import type { Atom, Conditions, Range } from './conditions';
import { analyse, hull, intersect } from './conditions';
import type { CollectionTable } from './schema';
import type { Parameter } from './sqlite';

/** One walk through an index (or the whole collection), in SQL over the collection's own tables. */
export interface Scan {
  /** Name of the index, `_id` for the primary one, null for reading everything. */
  index: string | null;
  from: string;
  where: string;
  parameters: Parameter[];
  orderBy: string;
  /** A document may come more than once. */
  repeats: boolean;
  /** Every row matches the filter. */
  exact: boolean;
  /** Rows come in the order asked for. */
  ordered: boolean;
  /** The filter narrows the walk. */
  bounded: boolean;
}

interface Candidate {
  scans: Scan[];
  score: number;
}

/** An index as the planner sees it; the primary one is the `_id` column of the collection itself. */
interface Walkable {
  name: string;
  keys: { field: string; direction: 1 | -1; multi: boolean; column: string }[];
  from: string;
}

/** Lists longer than this are read in one unordered walk. */
const MOST_MERGED = 32;

/**
 * Chooses how to read. The result is always a superset of what matches, unless a scan says `exact`;
 * the reader re-checks with the matcher.
 */
export function plan(collection: CollectionTable, filter: Fields, order: Order): Scan[] {
  const conditions = analyse(filter);
  const best = bestOf(collection, conditions, order);
  if (best && best.score >= 100) return best.scans;
  const union = unionOf(collection, filter, conditions, order);
  if (union) return union;
  if (best) return best.scans;
  return [{
    index: null, from: `${collection.table} d`, where: '1', parameters: [], orderBy: 'd.rid', repeats: false,
    exact: isEmpty(conditions), ordered: order.length === 0, bounded: false,
  }];
}

function isEmpty(conditions: Conditions): boolean {
  return conditions.atoms.length === 0 && conditions.alternatives.length === 0 && !conditions.others && conditions.geo.length === 0;
}

function bestOf(collection: CollectionTable, conditions: Conditions, order: Order): Candidate | null {
  const primary: Walkable = { name: '_id', keys: [{ field: '_id', direction: 1, multi: false, column: 'd.id' }], from: `${collection.table} d` };
  const others = collection.indexes.filter((index) => index.keys.length > 0).map((index): Walkable => {
    const keys = index.keys.map((key, i) => ({ field: key.field, direction: key.direction, multi: key.multi, column: `x.k${i}` }));
    // Rows end with the document's id, so ties come in its order.
    if (keys[keys.length - 1]?.field !== '_id') keys.push({ field: '_id', direction: 1, multi: false, column: 'x.id' });
    return { name: index.name, keys, from: `${index.table} x CROSS JOIN ${collection.table} d ON d.id = x.id` };
  });
  let best: Candidate | null = null;
  for (const walkable of [primary, ...others]) {
    const candidate = consider(walkable, conditions, order);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best;
}

function consider(index: Walkable, conditions: Conditions, order: Order): Candidate | null {
  const used = new Set<Atom>();
  const lists: Buffer[][] = [];
  for (const key of index.keys) {
    const atom = conditions.atoms.find((one) => one.field === key.field && one.kind === 'points');
    if (atom?.kind !== 'points') break;
    used.add(atom);
    lists.push(atom.points);
  }
  const next = index.keys[lists.length];
  let range: Range | null = null;
  if (next) {
    for (const atom of conditions.atoms) {
      if (atom.field !== next.field || atom.kind !== 'range' || (range && next.multi)) continue;
      range = range ? intersect(range, atom.range) : atom.range;
      used.add(atom);
    }
    if (!range) range = conditions.alternatives.map((branches) => hull(branches, next.field)).find((one) => one !== null) ?? null;
  }
  const directed = direction(index, lists, order, range !== null);
  if (lists.length === 0 && !range && (directed === 0 || order.length === 0)) return null;
  const exact = conditions.alternatives.length === 0 && !conditions.others && conditions.geo.length === 0
    && conditions.atoms.every((atom) => used.has(atom) && atom.exact);
  const score = lists.length * 100 + (index.name === '_id' && lists.length > 0 ? 1000 : 0) + (directed !== 0 && order.length > 0 ? 40 : 0) + (range ? 30 : 0);
  const combined = combinations(lists, directed !== 0 && order.length > 0);
  const scans = combined.map((columns): Scan => {
    const parts: string[] = [];
    const parameters: Parameter[] = [];
    columns.forEach((points, i) => {
      const column = index.keys[i]?.column ?? '';
      parts.push(points.length === 1 ? `${column} = ?` : `${column} IN (${points.map(() => '?').join(', ')})`);
      parameters.push(...points);
    });
    if (range && next) {
      parts.push(`${next.column} ${range.lowInclusive ? '>=' : '>'} ?`, `${next.column} ${range.highInclusive ? '<=' : '<'} ?`);
      parameters.push(range.low, range.high);
    }
    const rest = index.keys.slice(lists.length);
    return {
      index: index.name, from: index.from, where: parts.join(' AND ') || '1', parameters,
      orderBy: directed === 0 || order.length === 0 ? '' : rest.map((key) => `${key.column} ${key.direction * directed === 1 ? 'ASC' : 'DESC'}`).join(', '),
      repeats: index.keys.some((key) => key.multi), exact, bounded: parts.length > 0,
      ordered: directed !== 0 && (order.length === 0 || columns.every((points) => points.length === 1)),
    };
  });
  return { scans, score };
}

/** 1 if walking forwards gives the order, -1 if backwards, 0 if neither. */
function direction(index: Walkable, lists: readonly Buffer[][], order: Order, ranged: boolean): 1 | -1 | 0 {
  const fixed = index.keys.slice(0, lists.length);
  const wanted = order.filter(([field]) => !fixed.some((key, i) => key.field === field && !key.multi && lists[i]?.length === 1));
  if (wanted.length < order.length && wanted.length === 0) return 1;
  let result: 1 | -1 | 0 = 1;
  for (let i = 0; i < wanted.length; i += 1) {
    const key = index.keys[lists.length + i];
    const [field, towards] = wanted[i] ?? ['', 1];
    // An array sorts by its least or greatest element: a walk that is cut to a range would miss it.
    if (!key || key.field !== field || (key.multi && (ranged || i > 0))) return 0;
    const turn = key.direction * towards === 1 ? 1 : -1;
    if (i > 0 && turn !== result) return 0;
    result = turn;
  }
  return result;
}

/** For an order to hold, each combination of listed values is walked by itself and merged. */
function combinations(lists: readonly Buffer[][], separate: boolean): Buffer[][][] {
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (count === 0) return [];
  if (!separate || count === 1 || count > MOST_MERGED) return [lists.map((list) => list)];
  return lists.reduce<Buffer[][][]>((rows, list) => rows.flatMap((row) => list.map((point) => [...row, [point]])), [[]]);
}

/** `$or` whose every branch has an index of its own: the branches are read one after the other. */
function unionOf(collection: CollectionTable, filter: Fields, conditions: Conditions, order: Order): Scan[] | null {
  for (const branches of conditions.alternatives) {
    const scans: Scan[] = [];
    for (const branch of branches) {
      const both = analyse({ $and: [branch, filter] });
      const best = bestOf(collection, both, order);
      if (!best || best.score < 100 || !best.scans.every((scan) => scan.bounded)) break;
      scans.push(...best.scans.map((scan) => ({ ...scan, repeats: true, exact: false })));
      if (branch === branches[branches.length - 1]) return scans;
    }
  }
  return null;
}

import { requestFailed } from '../errors';
import { decodeFields } from '../values/ejson';
import type { Order } from '../values/paths';
import { reach, sortDocs } from '../values/paths';
import type { Doc, Fields } from '../values/types';
import { analyse } from './conditions';
import type { Near } from './geo';
import { boxAround, boxOf, distanceMetres, parseNear, parseWithin, pointOf } from './geo';
import { matcher } from './matching';
import type { Scan } from './planner';
import { plan } from './planner';
import type { CollectionTable } from './schema';
import type { Sqlite } from './sqlite';

/** What a query cost. `examined` counts the documents that were read and checked. */
export interface Cost {
  examined: number;
  returned: number;
  /** The indexes used; empty when the whole collection was read. */
  indexes: string[];
  unindexed: boolean;
}

export interface Row {
  doc: Doc;
  rid: number;
}

export interface Reading {
  rows: Row[];
  cost: Cost;
}

const FARTHEST_METRES = 2.1e7;

/** Reads the documents that match, in order, at most `limit` of them (after `skip`). */
export function read(db: Sqlite, collection: CollectionTable, filter: Fields, order: Order, skip: number, limit: number): Reading {
  const matches = matcher(filter);
  const { geo, others, atoms, alternatives } = analyse(filter);
  const near = geo.find((one) => one.operator === '$nearSphere');
  const cost: Cost = { examined: 0, returned: 0, indexes: [], unindexed: false };
  let rows: Row[];
  if (near) {
    const sorted = readNear(db, collection, near.field, parseNear(near.operand), matches, order.length > 0 ? Infinity : skip + limit, cost);
    rows = order.length > 0 ? sortRows(sorted, order) : sorted;
  } else {
    const scans = geoScan(collection, filter) ?? plan(collection, filter, order);
    const filtered = atoms.length > 0 || alternatives.length > 0 || others || geo.length > 0;
    cost.indexes = [...new Set(scans.flatMap((scan) => (scan.index === null ? [] : [scan.index])))];
    cost.unindexed = scans.some((scan) => (filtered && !scan.bounded) || (order.length > 0 && scan.index === null));
    const ordered = scans.every((scan) => scan.ordered);
    const wanted = ordered ? skip + limit : Infinity;
    const seen = scans.length > 1 || scans.some((scan) => scan.repeats) ? new Set<number>() : null;
    rows = scans.flatMap((scan) => walk(db, scan, matches, wanted, seen, cost));
    if (order.length > 0 && (!ordered || scans.length > 1)) rows = sortRows(rows, order);
  }
  rows = rows.slice(skip, skip + limit);
  cost.returned = rows.length;
  return { rows, cost };
}

function sortRows(rows: readonly Row[], order: Order): Row[] {
  const byDoc = new Map(rows.map((row) => [row.doc, row]));
  return sortDocs(rows.map((row) => row.doc), order).flatMap((doc) => byDoc.get(doc) ?? []);
}

function walk(db: Sqlite, scan: Scan, matches: (doc: Doc) => boolean, wanted: number, seen: Set<number> | null, cost: Cost): Row[] {
  const rows: Row[] = [];
  const order = scan.orderBy === '' ? '' : `ORDER BY ${scan.orderBy}`;
  // Read in growing portions: nothing stays open between them, and a short answer stays cheap.
  for (let size = Math.max(16, Math.min(wanted, 1024)), offset = 0; rows.length < wanted; offset += size, size = Math.min(size * 2, 4096)) {
    const portion = db.rows(`SELECT d.rid, d.doc FROM ${scan.from} WHERE ${scan.where} ${order} LIMIT ${size} OFFSET ${offset}`, scan.parameters);
    for (const [rid, text] of portion) {
      const id = Number(rid);
      if (seen?.has(id)) continue;
      cost.examined += 1;
      const doc = decodeFields(String(text)) as Doc;
      if (!scan.exact && !matches(doc)) continue;
      seen?.add(id);
      rows.push({ doc, rid: id });
      if (rows.length >= wanted) break;
    }
    if (portion.length < size) break;
  }
  return rows;
}

/** `$geoWithin` and `$geoIntersects`: the documents in the box around the shape. Null if the filter has neither. */
function geoScan(collection: CollectionTable, filter: Fields): Scan[] | null {
  const [shape] = analyse(filter).geo;
  if (!shape) return null;
  const index = collection.indexes.find((one) => one.geo?.field === shape.field);
  if (!index?.geo) return null;
  const box = boxOf(parseWithin(shape.operator, shape.operand));
  return [{
    index: index.name, from: `${index.geo.table} g CROSS JOIN ${collection.table} d ON d.rid = g.rid`,
    where: 'g.maxLng >= ? AND g.minLng <= ? AND g.maxLat >= ? AND g.minLat <= ?',
    parameters: [box.minLng, box.maxLng, box.minLat, box.maxLat], orderBy: '', repeats: false, exact: false, ordered: false, bounded: true,
  }];
}

/** The nearest first, in circles that grow until enough are found. */
function readNear(db: Sqlite, collection: CollectionTable, field: string, near: Near, matches: (doc: Doc) => boolean, wanted: number, cost: Cost): Row[] {
  const index = collection.indexes.find((one) => one.geo?.field === field);
  const table = index?.geo?.table;
  if (!index || table === undefined) throw requestFailed(`unable to find index for $geoNear query: collection ${collection.name} has no 2dsphere index on ${field}`);
  cost.indexes = [index.name];
  const path = field.split('.');
  const end = Math.min(near.maxMetres, FARTHEST_METRES);
  const known = new Map<number, { row: Row; distance: number } | null>();
  for (let radius = Math.min(end, Math.max(2000, near.minMetres * 2)); ; radius = Math.min(end, radius * 4)) {
    const box = boxAround(near.centre, radius);
    const inside = db.rows(
      `SELECT g.rid FROM ${table} g WHERE g.maxLng >= ? AND g.minLng <= ? AND g.maxLat >= ? AND g.minLat <= ?`,
      [box.minLng, box.maxLng, box.minLat, box.maxLat],
    );
    for (const [rid] of inside) {
      const id = Number(rid);
      if (known.has(id)) continue;
      const [[text] = []] = db.rows(`SELECT doc FROM ${collection.table} WHERE rid = ?`, [id]);
      cost.examined += 1;
      const doc = decodeFields(String(text)) as Doc;
      const position = pointOf(reach(doc, path)[0]);
      const distance = position ? distanceMetres(near.centre, position) : Infinity;
      known.set(id, matches(doc) && distance >= near.minMetres && distance <= near.maxMetres ? { row: { doc, rid: id }, distance } : null);
    }
    const found = [...known.values()].flatMap((one) => (one && one.distance <= radius ? [one] : []));
    if (found.length >= wanted || radius >= end) {
      return found.sort((a, b) => a.distance - b.distance).slice(0, wanted).map(({ row }) => row);
    }
  }
}

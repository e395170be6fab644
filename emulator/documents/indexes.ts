import { requestFailed } from '../errors';
import { indexKeys, reach } from '../values/paths';
import type { Doc } from '../values/types';
import type { IndexDeclaration } from './declaration';
import { pointOf } from './geo';
import type { Sqlite } from './sqlite';

export interface IndexKey {
  field: string;
  path: string[];
  direction: 1 | -1;
  /** Some document has held an array here, so a document may have several rows. Never unset. */
  multi: boolean;
}

/** The platform's limit for an indexed value, in bytes. */
const LONGEST_KEY = 1024;
/** More rows than this for one document means arrays that multiply each other. */
const MOST_ROWS = 4096;

/**
 * An index is a table with a column for each key, in MongoDB's byte order and the declared
 * direction, then the document's id. A geographic key lives in an R*Tree beside it.
 */
export class Index {
  readonly name: string;
  readonly unique: boolean;
  readonly keys: IndexKey[];
  readonly geo: { field: string; path: string[]; table: string } | null;
  readonly table: string;
  private readonly db: Sqlite;
  private readonly collection: string;

  constructor(db: Sqlite, collection: string, table: string, declared: IndexDeclaration, multi: readonly boolean[]) {
    this.db = db;
    this.collection = collection;
    this.table = table;
    this.name = declared.name;
    this.unique = declared.unique === true;
    this.keys = [];
    this.geo = null;
    for (const [field, direction] of declared.keys) {
      const path = field.split('.');
      if (direction === '2dsphere') this.geo = { field, path, table: `${table}_geo` };
      else this.keys.push({ field, path, direction, multi: multi[this.keys.length] === true });
    }
  }

  create(): void {
    if (this.keys.length > 0) {
      const columns = this.keys.map((_, i) => `k${i} BLOB NOT NULL`).join(', ');
      const order = this.keys.map((key, i) => `k${i} ${key.direction === 1 ? 'ASC' : 'DESC'}`).join(', ');
      this.db.exec(`CREATE TABLE ${this.table} (${columns}, id BLOB NOT NULL, PRIMARY KEY (${order}, id)) WITHOUT ROWID`);
      this.db.exec(`CREATE INDEX ${this.table}_id ON ${this.table} (id)`);
    }
    if (this.geo) this.db.exec(`CREATE VIRTUAL TABLE ${this.geo.table} USING rtree(rid, minLng, maxLng, minLat, maxLat)`);
  }

  /** @throws E11000 if the index is unique and another document has one of the keys. */
  add(doc: Doc, id: Buffer, rowid: number): void {
    if (this.geo) this.addPoint(doc, rowid);
    if (this.keys.length === 0) return;
    for (const row of this.rows(doc)) {
      if (this.unique) this.refuseDuplicate(row, doc);
      this.db.run(`INSERT OR IGNORE INTO ${this.table} VALUES (${'?, '.repeat(row.length)}?)`, [...row, id]);
    }
  }

  remove(id: Buffer, rowid: number): void {
    if (this.keys.length > 0) this.db.run(`DELETE FROM ${this.table} WHERE id = ?`, [id]);
    if (this.geo) this.db.run(`DELETE FROM ${this.geo.table} WHERE rid = ?`, [rowid]);
  }

  /** Whether an update leaves this index as it was, so that its rows need no rewriting. */
  same(before: Doc, after: Doc): boolean {
    if (this.geo) {
      const [a, b] = [before, after].map((doc) => JSON.stringify(reach(doc, this.geo?.path ?? [])));
      if (a !== b) return false;
    }
    return this.keys.every((key) => {
      const a = indexKeys(before, key.path).keys;
      const b = indexKeys(after, key.path).keys;
      return a.length === b.length && a.every((value, i) => value.equals(b[i] ?? value.subarray(0, 0)));
    });
  }

  private rows(doc: Doc): Buffer[][] {
    let rows: Buffer[][] = [[]];
    this.keys.forEach((key, position) => {
      const { keys, multi } = indexKeys(doc, key.path);
      if (multi) this.markMulti(key, position);
      for (const value of keys) {
        if (value.length - 1 > LONGEST_KEY) {
          throw requestFailed(`index ${this.name} of ${this.collection}: the value of ${key.field} is ${value.length - 1} bytes, at most ${LONGEST_KEY} can be indexed`);
        }
      }
      rows = rows.flatMap((row) => keys.map((value) => [...row, value]));
      if (rows.length > MOST_ROWS) throw requestFailed(`index ${this.name} of ${this.collection}: cannot index parallel arrays`);
    });
    return rows;
  }

  /** Written every time, not only the first: the write that came first may have been rolled back. */
  private markMulti(key: IndexKey, position: number): void {
    key.multi = true;
    const mark = `(${position})`;
    this.db.run('UPDATE emulator_indexes SET multi = multi || ? WHERE tbl = ? AND instr(multi, ?) = 0', [mark, this.table, mark]);
  }

  private refuseDuplicate(row: readonly Buffer[], doc: Doc): void {
    const where = row.map((_, i) => `k${i} = ?`).join(' AND ');
    if (this.db.rows(`SELECT 1 FROM ${this.table} WHERE ${where} LIMIT 1`, row).length === 0) return;
    const shown = this.keys.map((key) => `${key.field}: ${JSON.stringify(reach(doc, key.path)[0] ?? null)}`).join(', ');
    throw requestFailed(`E11000 duplicate key error collection: ${this.collection} index: ${this.name} dup key: { ${shown} }`);
  }

  private addPoint(doc: Doc, rowid: number): void {
    if (!this.geo) return;
    const [value] = reach(doc, this.geo.path);
    if (value === undefined || value === null) return;
    const point = pointOf(value);
    if (!point) throw requestFailed(`index ${this.name} of ${this.collection}: Can't extract geo keys, ${this.geo.field} is not a Point`);
    const [lng, lat] = point;
    this.db.run(`INSERT OR REPLACE INTO ${this.geo.table} VALUES (?, ?, ?, ?, ?)`, [rowid, lng, lng, lat, lat]);
  }
}

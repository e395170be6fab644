import { randomBytes } from 'node:crypto';
import { invalidParameter, requestFailed } from '../errors';
import { encode } from '../values/ejson';
import { encodeKey } from '../values/order';
import type { Order } from '../values/paths';
import type { Doc, Fields } from '../values/types';
import { matcher } from './matching';
import { plan } from './planner';
import type { Cost, Reading, Row } from './reader';
import { read } from './reader';
import type { CollectionTable } from './schema';
import type { Sqlite } from './sqlite';
import { applyUpdate, checkUpdate } from './updates';

/** The platform's limit for one document, in bytes. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** The documents of one collection, with their index rows. Every method is one synchronous unit. */
export class Collection {
  private readonly db: Sqlite;
  private readonly info: CollectionTable;

  constructor(db: Sqlite, info: CollectionTable) {
    this.db = db;
    this.info = info;
  }

  /** @returns the ids, made up where a document brings none. All are stored or none. */
  insert(docs: readonly Fields[]): (string | number)[] {
    return this.db.transaction(() => docs.map((fields) => {
      const given = fields._id;
      const id = given === undefined || given === null ? randomBytes(16).toString('hex') : given;
      if (typeof id !== 'string' && typeof id !== 'number') throw invalidParameter('_id must be a string or a number');
      const doc: Doc = { _id: id, ...fields, ...(fields._id === null ? { _id: id } : {}) };
      this.store(doc);
      return id;
    }));
  }

  find(filter: Fields, order: Order = [], skip = 0, limit = Infinity): Reading {
    return read(this.db, this.info, filter, order, skip, limit);
  }

  /** A filter that an index covers is counted without reading a document. */
  count(filter: Fields): { total: number; cost: Cost } {
    matcher(filter);
    const [scan, ...more] = plan(this.info, filter, []);
    if (scan?.exact && more.length === 0) {
      const what = scan.repeats ? 'COUNT(DISTINCT d.rid)' : 'COUNT(*)';
      const [[total] = []] = this.db.rows(`SELECT ${what} FROM ${scan.from} WHERE ${scan.where}`, scan.parameters);
      return { total: Number(total), cost: { examined: 0, returned: Number(total), indexes: scan.index === null ? [] : [scan.index], unindexed: false } };
    }
    const { rows, cost } = this.find(filter);
    return { total: rows.length, cost };
  }

  /** @returns `updated`: how many documents are different now; `docs`: those that matched, as they are now. */
  update(filter: Fields, update: Fields, multi: boolean): { updated: number; docs: Doc[]; cost: Cost } {
    checkUpdate(update);
    return this.db.transaction(() => {
      const { rows, cost } = this.find(filter, [], 0, multi ? Infinity : 1);
      let updated = 0;
      const docs = rows.map((row) => {
        const after = applyUpdate(row.doc, update);
        if (after === row.doc) return after;
        this.rewrite(row, after);
        updated += 1;
        return after;
      });
      return { updated, docs, cost };
    });
  }

  /** Replaces the document with this id, or stores it as a new one. */
  set(id: string | number, fields: Fields): { updated: number; upsertedId: string | number | null; cost: Cost } {
    return this.db.transaction(() => {
      const doc: Doc = { ...fields, _id: id };
      const { rows: [row], cost } = this.find({ _id: id });
      if (!row) {
        this.store(doc);
        return { updated: 0, upsertedId: id, cost };
      }
      this.rewrite(row, doc);
      return { updated: 1, upsertedId: null, cost };
    });
  }

  /** An update that stores a new document if nothing matches. */
  upsert(filter: Fields, update: Fields): { updated: number; upsertedId: string | number | null; cost: Cost } {
    return this.db.transaction(() => {
      const { updated, docs, cost } = this.update(filter, update, false);
      if (docs.length > 0) return { updated, upsertedId: null, cost };
      const plain = Object.entries(filter).filter(([key, value]) => !key.startsWith('$') && (typeof value !== 'object' || value === null));
      const [id] = this.insert([applyUpdate({ _id: randomBytes(16).toString('hex'), ...Object.fromEntries(plain) }, update, true)]);
      return { updated: 0, upsertedId: id ?? null, cost };
    });
  }

  remove(filter: Fields, multi: boolean): { deleted: number; cost: Cost } {
    return this.db.transaction(() => {
      const { rows, cost } = this.find(filter, [], 0, multi ? Infinity : 1);
      for (const { doc, rid } of rows) {
        const id = encodeKey(doc._id);
        for (const index of this.info.indexes) index.remove(id, rid);
        this.db.run(`DELETE FROM ${this.info.table} WHERE rid = ?`, [rid]);
      }
      return { deleted: rows.length, cost };
    });
  }

  private store(doc: Doc): void {
    const id = encodeKey(doc._id);
    const text = this.text(doc);
    if (this.db.rows(`SELECT 1 FROM ${this.info.table} WHERE id = ?`, [id]).length > 0) {
      throw requestFailed(`E11000 duplicate key error collection: ${this.info.name} index: _id_ dup key: { _id: ${JSON.stringify(doc._id)} }`);
    }
    const { rowid } = this.db.run(`INSERT INTO ${this.info.table} (id, doc) VALUES (?, ?)`, [id, text]);
    for (const index of this.info.indexes) index.add(doc, id, rowid);
  }

  private rewrite(before: Row, after: Doc): void {
    const id = encodeKey(after._id);
    this.db.run(`UPDATE ${this.info.table} SET doc = ? WHERE rid = ?`, [this.text(after), before.rid]);
    for (const index of this.info.indexes) {
      if (index.same(before.doc, after)) continue;
      index.remove(id, before.rid);
      index.add(after, id, before.rid);
    }
  }

  private text(doc: Doc): string {
    const text = encode(doc);
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_DOCUMENT) throw requestFailed(`a document of ${bytes} bytes is larger than ${LARGEST_DOCUMENT}`);
    return text;
  }
}

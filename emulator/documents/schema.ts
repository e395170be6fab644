import { invalidParameter, requestFailed } from '../errors';
import { decodeFields } from '../values/ejson';
import { encodeKey } from '../values/order';
import type { Doc } from '../values/types';
import type { Declaration, IndexDeclaration } from './declaration';
import { checkDeclaration } from './declaration';
import { Index } from './indexes';
import type { Sqlite } from './sqlite';

export interface CollectionTable {
  name: string;
  table: string;
  indexes: Index[];
}

/** Raised when the way of encoding keys or the layout of tables changes: indexes are then rebuilt. */
const LAYOUT = '1';

/** The catalogue of collections and indexes in the file, brought in line with the declaration. */
export class Schema {
  private readonly db: Sqlite;
  private readonly byName = new Map<string, CollectionTable>();

  constructor(db: Sqlite, declaration: Declaration) {
    checkDeclaration(declaration);
    this.db = db;
    db.transaction(() => {
      db.exec('CREATE TABLE IF NOT EXISTS emulator_collections (name TEXT PRIMARY KEY, tbl TEXT NOT NULL)');
      db.exec('CREATE TABLE IF NOT EXISTS emulator_indexes (tbl TEXT PRIMARY KEY, collection TEXT NOT NULL, declared TEXT NOT NULL, multi TEXT NOT NULL)');
      const known = db.rows('SELECT name, tbl FROM emulator_collections').map(([name, table]) => ({ name: String(name), table: String(table) }));
      for (const { name, table } of known) {
        this.byName.set(name, { name, table, indexes: [] });
      }
      for (const name of Object.keys(declaration.collections)) if (!this.byName.has(name)) this.create(name);
      for (const collection of this.byName.values()) this.align(collection, declaration.collections[collection.name]?.indexes ?? []);
    });
  }

  get(name: string): CollectionTable | undefined {
    return this.byName.get(name);
  }

  names(): string[] {
    return [...this.byName.keys()];
  }

  create(name: string): CollectionTable {
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name)) throw invalidParameter(`"${name}" cannot be the name of a collection`);
    if (this.byName.has(name)) throw requestFailed(`Table exist: ${name}`);
    const table = `c${this.byName.size + 1}`;
    this.db.exec(`CREATE TABLE ${table} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`);
    this.db.run('INSERT INTO emulator_collections VALUES (?, ?)', [name, table]);
    const collection = { name, table, indexes: [] };
    this.byName.set(name, collection);
    return collection;
  }

  private align(collection: CollectionTable, declared: readonly IndexDeclaration[]): void {
    const present = this.db.rows('SELECT tbl, declared, multi FROM emulator_indexes WHERE collection = ?', [collection.name])
      .map(([table, text, multi]) => ({ table: String(table), text: String(text), multi: String(multi) }));
    const wanted = declared.map((index) => ({ index, text: JSON.stringify([LAYOUT, index.name, index.keys, index.unique === true]) }));
    for (const { table, text } of present) if (!wanted.some((want) => want.text === text)) this.drop(table);
    for (const { index, text } of wanted) {
      const found = present.find((old) => old.text === text);
      if (found) {
        const flags = index.keys.map((_, i) => found.multi.includes(`(${i})`));
        collection.indexes.push(new Index(this.db, collection.name, found.table, index, flags));
      } else {
        collection.indexes.push(this.build(collection, index, text));
      }
    }
  }

  private drop(table: string): void {
    this.db.exec(`DROP TABLE IF EXISTS ${table}`);
    this.db.exec(`DROP TABLE IF EXISTS ${table}_geo`);
    this.db.run('DELETE FROM emulator_indexes WHERE tbl = ?', [table]);
  }

  private build(collection: CollectionTable, declared: IndexDeclaration, text: string): Index {
    let number = 1;
    while (this.db.rows('SELECT 1 FROM emulator_indexes WHERE tbl = ?', [`${collection.table}_i${number}`]).length > 0) number += 1;
    const table = `${collection.table}_i${number}`;
    this.db.run('INSERT INTO emulator_indexes VALUES (?, ?, ?, ?)', [table, collection.name, text, '']);
    const index = new Index(this.db, collection.name, table, declared, []);
    index.create();
    for (let last = 0; ;) {
      const rows = this.db.rows(`SELECT rid, doc FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT 500`, [last]);
      for (const [rid, text_] of rows) {
        const doc = decodeFields(String(text_)) as Doc;
        last = Number(rid);
        index.add(doc, encodeKey(doc._id), last);
      }
      if (rows.length < 500) return index;
    }
  }
}

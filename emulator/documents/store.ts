import { collectionMissing } from '../errors';
import type { Order } from '../values/paths';
import type { Doc, Fields } from '../values/types';
import { Collection } from './collection';
import type { Declaration } from './declaration';
import { Schema } from './schema';
import { Sqlite } from './sqlite';

/** The emulated database: collections by name. Tests use it directly to arrange and to assert. */
export class Store {
  private readonly db: Sqlite;
  private readonly schema: Schema;

  /** @param file the SQLite file, or ':memory:'. @throws EmulatorStartError */
  constructor(file: string, declaration: Declaration) {
    this.db = new Sqlite(file);
    try {
      this.schema = new Schema(this.db, declaration);
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const info = this.schema.get(name);
    if (!info) throw collectionMissing(name);
    return new Collection(this.db, info);
  }

  createCollection(name: string): void {
    this.db.transaction(() => this.schema.create(name));
  }

  collections(): string[] {
    return this.schema.names();
  }

  find(collection: string, filter: Fields = {}, order: Order = []): Doc[] {
    return this.collection(collection).find(filter, order).rows.map(({ doc }) => doc);
  }

  get(collection: string, id: string | number): Doc | null {
    return this.find(collection, { _id: id })[0] ?? null;
  }

  insert(collection: string, ...docs: Fields[]): (string | number)[] {
    return this.collection(collection).insert(docs);
  }

  update(collection: string, filter: Fields, update: Fields): number {
    return this.collection(collection).update(filter, update, true).updated;
  }

  remove(collection: string, filter: Fields): number {
    return this.collection(collection).remove(filter, true).deleted;
  }

  count(collection: string, filter: Fields = {}): number {
    return this.collection(collection).count(filter).total;
  }

  /** Many writes as one: faster, and all or nothing. */
  batch<T>(body: () => T): T {
    return this.db.transaction(body);
  }

  close(): void {
    this.db.close();
  }
}

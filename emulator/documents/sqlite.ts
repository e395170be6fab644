import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { EmulatorStartError } from '../errors';

export type Parameter = string | number | Buffer | null;

/**
 * One SQLite file, held exclusively: a second process on the same data gets an error, and the lock
 * goes with the process however it ends. Calls are synchronous, so one request is one unit.
 */
export class Sqlite {
  private readonly db: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private readonly onDisk: boolean;
  private depth = 0;

  /** @param file path of the database, or ':memory:'. */
  constructor(file: string) {
    this.onDisk = file !== ':memory:';
    try {
      if (this.onDisk) mkdirSync(path.dirname(file), { recursive: true });
      this.db = new Database(file);
      if (this.onDisk) {
        this.pragma('locking_mode=EXCLUSIVE');
        this.pragma('journal_mode=WAL');
        // FULL syncs the log at every commit: an acknowledged write survives a power cut too.
        this.pragma('synchronous=FULL');
        this.db.exec('BEGIN EXCLUSIVE; COMMIT;');
      }
      const check: unknown = this.db.prepare('PRAGMA quick_check(1)').raw().all([]);
      if (!Array.isArray(check) || String((check as unknown[][])[0]?.[0]) !== 'ok') {
        throw new EmulatorStartError('data_unreadable', `The database file is damaged: ${file}. It was left as it is; restore it from a copy or start on another data folder.`);
      }
    } catch (error) {
      throw explain(error, file);
    }
  }

  private pragma(text: string): void {
    this.db.exec(`PRAGMA ${text}`);
  }

  exec(sql: string): void {
    this.db.exec(sql);
  }

  private statement(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      // Shapes of queries are few, but a generated one must not grow the cache for ever.
      if (this.statements.size > 500) this.statements.clear();
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** @returns rows as arrays of columns. */
  rows(sql: string, parameters: readonly Parameter[] = []): unknown[][] {
    return this.statement(sql).raw().all([...parameters]) as unknown[][];
  }

  run(sql: string, parameters: readonly Parameter[] = []): { changes: number; rowid: number } {
    const result = this.statement(sql).run([...parameters]);
    return { changes: result.changes, rowid: Number(result.lastInsertRowid) };
  }

  /** All or nothing. A transaction inside another joins it. */
  transaction<T>(body: () => T): T {
    if (this.depth > 0) return body();
    this.db.exec('BEGIN IMMEDIATE');
    this.depth += 1;
    try {
      const result = body();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  close(): void {
    this.statements.clear();
    if (this.onDisk) {
      // The binding keeps its connection until it is collected. Leaving the log and the exclusive
      // mode lets go of the file now, so that this process can open it again.
      this.pragma('journal_mode=DELETE');
      this.pragma('locking_mode=NORMAL');
      this.db.prepare('SELECT COUNT(*) FROM sqlite_master').raw().all([]);
    }
    this.db.close();
  }
}

function explain(error: unknown, file: string): Error {
  if (error instanceof EmulatorStartError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_BUSY') return new EmulatorStartError('data_in_use', `Another process is using the data in ${path.dirname(file)}. Stop it, or choose another data folder.`);
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new EmulatorStartError('data_unreadable', `Not a readable database: ${file} (${text}). It was left as it is; restore it from a copy or start on another data folder.`);
  }
  return new EmulatorStartError('data_unwritable', `Cannot open the data at ${file}: ${text}`);
}

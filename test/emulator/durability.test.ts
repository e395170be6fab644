import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmulatorStartError, Store } from '../../emulator';
import { FUNCTIONS, SCHEMA, start } from './helpers';

const ROOT = path.resolve(__dirname, '../..');

describe('data on disk', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'emulator-data-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const file = (): string => path.join(dir, 'data.sqlite');
  const refusal = async (options: Parameters<typeof start>[0]): Promise<EmulatorStartError> => {
    try {
      const emulator = await start(options);
      await emulator.stop();
    } catch (error) {
      if (error instanceof EmulatorStartError) return error;
      throw error;
    }
    throw new Error('it started');
  };

  test('documents and files are there after a restart', async () => {
    const first = await start({ dataDir: dir });
    first.store.insert('things', { _id: 'kept', a: 1, when: new Date(5) });
    const { fileID } = (await (await fetch(`${first.url}/files/upload?path=kept.png`, { method: 'POST', body: 'bytes', headers: { 'x-wx-openid': 'alice' } })).json()) as { fileID: string };
    await first.stop();
    const second = await start({ dataDir: dir });
    expect(second.store.find('things', { a: 1 })).toEqual([{ _id: 'kept', a: 1, when: new Date(5) }]);
    const { result } = await second.invoke('sdk', { body: `return (await cloud.downloadFile({ fileID: input })).fileContent.toString();`, input: fileID });
    expect(result).toEqual({ ok: 'bytes' });
    await second.stop();
  });

  test('every acknowledged write survives kill -9, again and again', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'fixtures', 'writer.ts'), dir, FUNCTIONS, String(round)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
      const gone = new Promise((resolve) => child.on('exit', resolve));
      let text = '';
      const kill = 30 + ((round * 137) % 200);
      let timer: NodeJS.Timeout | null = null;
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        // From the first acknowledgement on, so that the kill falls into the middle of the writing.
        timer ??= setTimeout(() => child.kill('SIGKILL'), kill);
      });
      await gone;
      const lines = text.split('\n');
      acknowledged.push(...lines.slice(0, -1));
      expect(lines.length).toBeGreaterThan(1);
      const store = new Store(file(), SCHEMA);
      for (const id of acknowledged) expect(store.get('things', id)?._id).toBe(id);
      // Each document has its index rows, and the counter its increments.
      expect(store.count('things', { a: { $gte: 0 } })).toBe(store.find('things').filter((doc) => typeof doc.a === 'number').length);
      expect(Number(store.get('things', 'counter')?.n)).toBeGreaterThanOrEqual(acknowledged.length);
      store.close();
    }
  }, 60_000);

  test('changed indexes are built anew', () => {
    const first = new Store(file(), SCHEMA);
    first.insert('things', ...Array.from({ length: 30 }, (_, i) => ({ c: i % 3 })));
    first.close();
    const second = new Store(file(), { collections: { things: { indexes: [{ name: 'byC', keys: [['c', 1]] }] } } });
    expect(second.collection('things').find({ c: 1 }).cost).toMatchObject({ examined: 10, indexes: ['byC'] });
    second.close();
  });

  test('a second process on the same data is refused', async () => {
    const first = await start({ dataDir: dir });
    expect(await refusal({ dataDir: dir })).toMatchObject({ reason: 'data_in_use' });
    await first.stop();
  });

  test('a damaged database is reported and left as it is', async () => {
    writeFileSync(file(), 'this is no database, but somebody may want it back. '.repeat(50));
    const before = readFileSync(file());
    const error = await refusal({ dataDir: dir });
    expect(error.reason).toBe('data_unreadable');
    expect(error.message).toContain(file());
    expect(error.message).not.toContain('\n');
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  test('a folder that cannot be written is reported', async () => {
    const blocked = path.join(dir, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    chmodSync(blocked, 0o400);
    expect(await refusal({ dataDir: blocked })).toMatchObject({ reason: 'data_unwritable' });
  });

  test('a port that is taken is reported', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const error = await refusal({ port });
    expect([error.reason, error.message]).toEqual(['port_in_use', `Port ${port} is in use. Stop what uses it, or choose another port.`]);
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    ['no rule for *', { rules: { api: { invoke: true } } }, '"*"'],
    ['a rule WeChat does not know', { rules: { '*': { invoke: 'auth.uid == 1' } } }, 'auth.uid'],
    ['twenty-one indexes', { schema: { collections: { x: { indexes: Array.from({ length: 21 }, (_, i) => ({ name: `i${i}`, keys: [[`f${i}`, 1]] as [string, 1][] })) } } } }, '20'],
    ['a folder without functions', { functionsDir: '/nowhere/at/all' }, 'Build them first'],
  ])('%s is refused at the start', async (_name, options, words) => {
    expect((await refusal(options)).message).toContain(words);
  });
});

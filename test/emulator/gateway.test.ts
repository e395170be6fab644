import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Emulator } from '../../emulator';
import { matchesCron, parseCron } from '../../emulator/gateway/cron';
import { start } from './helpers';

describe('the gateway', () => {
  let emulator: Emulator;
  let site: string;
  beforeAll(async () => {
    site = mkdtempSync(path.join(tmpdir(), 'emulator-site-'));
    mkdirSync(path.join(site, 'js'));
    writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>t</title>');
    writeFileSync(path.join(site, 'js', 'app.0123abcd.js'), 'x'.repeat(5000));
    writeFileSync(`${site}-secret.txt`, 'secret');
    symlinkSync(`${site}-secret.txt`, path.join(site, 'link.txt'));
    emulator = await start({
      staticDir: site, personas: () => [{ openid: 'alice', name: '爱丽丝' }],
      rules: { '*': { invoke: 'auth != null' }, jobs: { invoke: false }, sdk: { invoke: false } }, functions: { plain: { timeoutMs: 500 } },
    });
  });
  afterAll(async () => {
    await emulator.stop();
    rmSync(site, { recursive: true });
    rmSync(`${site}-secret.txt`);
  });

  const post = (where: string, body: string, headers: Record<string, string> = { 'x-wx-openid': 'alice' }): Promise<Response> => fetch(`${emulator.url}${where}`, { method: 'POST', body, headers });
  const codeOf = async (response: Response): Promise<[number, string]> => [response.status, ((await response.json()) as { error: { code: string } }).error.code];
  /** fetch tidies paths and hosts; this sends what it is given. */
  const raw = (options: { path?: string; method?: string; headers?: Record<string, string> }): Promise<{ status: number; headers: Record<string, unknown>; body: string }> =>
    new Promise((resolve, reject) => {
      const sent = rawRequest({ host: '127.0.0.1', port: emulator.port, ...options }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject);
      sent.end();
    });

  test('a call gives what the function returned', async () => {
    const response = await post('/fn/plain', '{"do":"echo"}');
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ openid: 'alice' })]);
  });
  test('what the client says about its own identity is overwritten', async () => {
    const { event } = (await (await post('/fn/plain', '{"do":"echo","userInfo":{"openId":"boss"}}')).json()) as { event: { userInfo: { openId: string } } };
    expect(event.userInfo.openId).toBe('alice');
  });
  test('nothing returned is null', async () => {
    expect(await (await post('/fn/plain', '')).json()).toBeNull();
  });
  test.each([
    ['broken JSON', '/fn/plain', '{"do":', 400, 'BAD_JSON'],
    ['an event that is no object', '/fn/plain', '[1]', 400, 'BAD_EVENT'],
    ['an event over 100 KB', '/fn/plain', JSON.stringify({ text: 'x'.repeat(103000) }), 413, 'TOO_LARGE'],
    ['an unknown function', '/fn/nothing', '{}', 404, 'FUNCTION_NOT_FOUND'],
    ['a function with a strange name', '/fn/__proto__', '{}', 404, 'FUNCTION_NOT_FOUND'],
    ['a function above the folder', '/fn/..%2f..%2fetc', '{}', 404, 'FUNCTION_NOT_FOUND'],
    ['a function that the rules close', '/fn/sdk', '{}', 403, 'FUNCTION_FORBIDDEN'],
    ['a closed function that does not exist', '/fn/jobs', '{}', 403, 'FUNCTION_FORBIDDEN'],
    ['a function that throws', '/fn/plain', '{"do":"throw"}', 500, 'FUNCTIONS_EXECUTE_FAIL'],
    ['a function that takes too long', '/fn/plain', '{"do":"loop"}', 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
    ['an unknown path', '/emulator/nothing', '{}', 404, 'NOT_FOUND'],
    ['a clock that is no number', '/emulator/clock', '{"now":"noon"}', 400, 'BAD_CLOCK'],
    ['a phone that is none', '/emulator/phone', '{"phone":"12"}', 400, 'BAD_PHONE'],
    ['a timer of no function', '/emulator/timers/nothing', '', 404, 'FUNCTION_NOT_FOUND'],
  ])('%s is refused', async (_name, where, body, status, code) => {
    expect(await codeOf(await post(where, body))).toEqual([status, code]);
  });
  test.each([['', 400], ['a b', 400], ['x'.repeat(65), 400], ["a'--", 400]])('the openid %j is refused', async (openid, status) => {
    expect((await post('/fn/plain', '{}', { 'x-wx-openid': openid })).status).toBe(status);
  });
  test('a rule that wants a signed-in caller refuses a call without an openid', async () => {
    expect(await codeOf(await post('/fn/plain', '{}', {}))).toEqual([403, 'FUNCTION_FORBIDDEN']);
  });
  test('the wrong method is refused', async () => {
    expect(await codeOf(await fetch(`${emulator.url}/fn/plain`))).toEqual([405, 'WRONG_METHOD']);
    expect((await fetch(`${emulator.url}/personas`, { method: 'DELETE' })).status).toBe(405);
  });
  test('another host name and another origin are refused', async () => {
    expect((await raw({ path: '/personas', headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await raw({ path: '/personas', headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await raw({ path: '/personas', headers: { origin: emulator.url } })).status).toBe(200);
  });
  test('a request of the SDK without a token is refused', async () => {
    const answer = (await (await post('/admin', JSON.stringify({ action: 'database.getDocument', collectionName: 'things' }))).json()) as { code: string };
    expect(answer.code).toBe('INVALID_REQUEST_SOURCE');
  });
  test('personas, clock and timer', async () => {
    expect(await (await fetch(`${emulator.url}/personas`)).json()).toEqual([{ openid: 'alice', name: '爱丽丝' }]);
    const { now } = (await (await post('/emulator/clock', '{"now":1000}')).json()) as { now: number };
    expect(now).toBeGreaterThanOrEqual(1000);
    expect(now).toBeLessThan(5000);
    expect((await post('/emulator/clock', '{"now":null}')).status).toBe(200);
    expect(await (await post('/emulator/timers/plain', '')).json()).toMatchObject({ result: null });
  });

  describe('the site', () => {
    test('serves the page and its scripts with type, cache and compression', async () => {
      const page = await fetch(`${emulator.url}/`);
      expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
      const script = await raw({ path: '/js/app.0123abcd.js', headers: { 'accept-encoding': 'gzip' } });
      expect(script.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'gzip', 'cache-control': expect.stringContaining('immutable') as string });
    });
    test('answers 304 to what is known', async () => {
      const first = await raw({ path: '/index.html' });
      expect((await raw({ path: '/index.html', headers: { 'if-none-match': String(first.headers.etag) } })).status).toBe(304);
    });
    test.each(['/../emulator-secret.txt', '/..%2f..%2fetc/passwd', '/js/..%5c..%5cx', '/link.txt', '/.git/config', '/%00', '/js', '/none.js'])('%s leads nowhere', async (where) => {
      expect((await raw({ path: where })).status).toBe(404);
    });
    test('a path that is not well encoded is refused', async () => {
      expect((await raw({ path: '/%zz' })).status).toBe(400);
    });
  });

  describe('timers', () => {
    test.each([
      ['0 */5 * * * * *', '2026-01-01T00:05:00+08:00', true],
      ['0 */5 * * * * *', '2026-01-01T00:06:00+08:00', false],
      ['0 0 8 * * * *', '2026-01-01T08:00:00+08:00', true],
      ['0 0 8 * * * *', '2026-01-01T08:00:00Z', false],
      ['0 0 2 1 * * *', '2026-02-01T02:00:00+08:00', true],
      ['0 0 10 ? * MON-FRI *', '2026-01-05T10:00:00+08:00', true],
      ['0 0 10 ? * MON-FRI *', '2026-01-04T10:00:00+08:00', false],
      ['15,45 0 0 * JAN * 2026-2027', '2027-01-09T00:00:45+08:00', true],
    ])('%s at %s: %s', (config, at, expected) => {
      expect(matchesCron(parseCron(config), Date.parse(at))).toBe(expected);
    });
    test.each(['* * * * *', '0 61 * * * * *', '0 0 0 0 * * *', 'x * * * * * *', '0 5-3 * * * * *'])('%s is refused', (config) => {
      expect(() => parseCron(config)).toThrow('seven fields');
    });
  });
});

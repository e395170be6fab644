import type { Emulator } from '../../emulator';
import { sdk, sdkError, start } from './helpers';

describe('files', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await start();
  });
  afterAll(() => emulator.stop());

  const upload = (path: string, openid: string, body: BodyInit = 'hello', type = 'image/png'): Promise<Response> =>
    fetch(`${emulator.url}/files/upload?path=${encodeURIComponent(path)}`, { method: 'POST', body, headers: { 'x-wx-openid': openid, ...(type ? { 'content-type': type } : {}) } });
  const link = async (fileID: string, maxAge = 600): Promise<string> =>
    ((await sdk(emulator, `return (await cloud.getTempFileURL({ fileList: [{ fileID: input.fileID, maxAge: input.maxAge }] })).fileList[0].tempFileURL;`, { fileID, maxAge })) as string);

  test('what a function uploads, it downloads, links and deletes', async () => {
    const value = await sdk(emulator, `
      const { fileID } = await cloud.uploadFile({ cloudPath: 'dir/照片 1.txt', fileContent: Buffer.from('内容') });
      const { fileContent } = await cloud.downloadFile({ fileID });
      const removed = (await cloud.deleteFile({ fileList: [fileID] })).fileList[0].status;
      return [fileID, fileContent.toString(), removed];`);
    expect(value).toEqual(['cloud://emulator.emulator/dir/照片 1.txt', '内容', 0]);
  });
  test('a client uploads and the link serves it, not to be sniffed', async () => {
    const { fileID } = (await (await upload('a/b.png', 'alice')).json()) as { fileID: string };
    const response = await fetch(await link(fileID));
    expect([response.status, await response.text(), response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([200, 'hello', 'image/png', 'nosniff']);
  });
  test('a form is taken as well', async () => {
    const form = new FormData();
    form.append('file', new Blob(['in a form'], { type: 'image/jpeg' }), 'x.jpg');
    const { fileID } = (await (await upload('form.jpg', 'alice', form, '')).json()) as { fileID: string };
    expect(await (await fetch(await link(fileID))).text()).toBe('in a form');
  });
  test.each(['text/html', 'image/svg+xml', 'application/javascript'])('%s is served as a download only', async (type) => {
    const { fileID } = (await (await upload(`page-${type.replace(/\W/g, '')}`, 'alice', '<script>1</script>', type)).json()) as { fileID: string };
    const { headers } = await fetch(await link(fileID));
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual(['application/octet-stream', 'attachment']);
  });
  test('nobody overwrites another person\'s file, its owner may', async () => {
    expect((await upload('mine.png', 'alice', 'one')).status).toBe(200);
    expect((await upload('mine.png', 'bob', 'two')).status).toBe(403);
    expect((await upload('mine.png', 'alice', 'three')).status).toBe(200);
  });
  test('an upload needs an openid, a fit path and at most 10 MB', async () => {
    expect((await fetch(`${emulator.url}/files/upload?path=x`, { method: 'POST', body: 'x' })).status).toBe(401);
    for (const path of ['../x', '/x', 'a//b', 'a/./b', '', 'a\\b', 'a\0b']) expect((await upload(path, 'alice')).status).toBe(400);
    expect((await upload('large', 'alice', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
  });
  test('a link without its signature, for another file or past its time is refused', async () => {
    const { fileID } = (await (await upload('kept.png', 'alice')).json()) as { fileID: string };
    const url = await link(fileID, 60);
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
    expect((await fetch(url.replace('kept.png', 'other.png'))).status).toBe(403);
    expect((await fetch(url.replace(/t=\d+/, 't=9999999999'))).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'forged' })).status).toBe(403);
    emulator.setClock(Date.now() + 61_000);
    expect((await fetch(url)).status).toBe(403);
    emulator.setClock(null);
    expect((await fetch(url)).status).toBe(200);
  });
  test('a link to what is missing says so', async () => {
    const list = (await sdk(emulator, `return (await cloud.getTempFileURL({ fileList: ['cloud://emulator.emulator/none', 'cloud://elsewhere.x/y'] })).fileList;`)) as { status: number; tempFileURL: string }[];
    expect(list.map(({ status, tempFileURL }) => [status !== 0, tempFileURL])).toEqual([[true, ''], [true, '']]);
  });
  test('more than 50 files at once are refused', async () => {
    expect((await sdkError(emulator, `return cloud.getTempFileURL({ fileList: Array.from({ length: 51 }, (_, i) => 'cloud://emulator.emulator/' + i) });`)).errMsg).toContain('50');
  });
});

describe('openapi', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await start();
  });
  afterAll(() => emulator.stop());
  const codeFor = async (openid: string): Promise<string> =>
    ((await (await fetch(`${emulator.url}/emulator/phone`, { method: 'POST', headers: { 'x-wx-openid': openid }, body: '{"phone":"13800000000"}' })).json()) as { code: string }).code;
  const get = 'return cloud.openapi.phonenumber.getPhoneNumber({ code: input });';
  const refusal = async (code: string, openid = 'alice'): Promise<number | undefined> => {
    const { result } = await emulator.invoke('sdk', { body: get, input: code }, { openid });
    return (result as { error?: { errCode: number } }).error?.errCode;
  };

  test('a code gives the number, once', async () => {
    const code = await codeFor('alice');
    expect(await sdk(emulator, get, code)).toMatchObject({ errCode: 0, phoneInfo: { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' } });
    expect(await refusal(code)).toBe(40029);
  });
  test('a code that is made up, another person\'s or older than five minutes is refused', async () => {
    expect(await refusal('made-up')).toBe(40029);
    expect(await refusal(await codeFor('bob'))).toBe(40029);
    const code = await codeFor('alice');
    emulator.setClock(Date.now() + 5 * 60_000 + 1000);
    expect(await refusal(code)).toBe(40029);
    emulator.setClock(null);
  });
  test('an API that config.json does not ask for is refused with -604101', async () => {
    expect((await sdkError(emulator, `return cloud.openapi.security.msgSecCheck({ content: 'x' });`)).errCode).toBe(-604101);
  });
  test('an API that is not emulated is refused by its name', async () => {
    expect((await sdkError(emulator, `return cloud.openapi.wxacode.getUnlimited({ scene: 'x' });`)).errMsg).toContain('wxacode.getUnlimited');
  });
});

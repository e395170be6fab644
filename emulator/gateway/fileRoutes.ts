import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import { isCloudPath } from '../files/fileStore';
import { openidOf } from './clientRoutes';
import type { Services } from './context';
import { HttpError, readBody, sendJson } from './http';
import { parseForm } from './multipart';

const LARGEST_UPLOAD = 10 * 1024 * 1024;
/** What a browser may show in the page; everything else is a download. SVG can carry scripts. */
const INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif']);
const BY_EXTENSION: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp' };

/** `POST /files/upload?path=…`: what `wx.cloud.uploadFile` does from a phone. */
export async function uploadFromClient(services: Services, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const openid = openidOf(request);
  if (openid === undefined) throw new HttpError(401, 'BAD_OPENID', 'x-wx-openid says who uploads');
  const cloudPath = url.searchParams.get('path') ?? '';
  if (!isCloudPath(cloudPath)) throw new HttpError(400, 'BAD_PATH', 'this cannot be the path of a file');
  const header = request.headers['content-type'] ?? '';
  const raw = await readBody(request, LARGEST_UPLOAD + 4096);
  const { content, contentType } = header.startsWith('multipart/form-data') ? await firstFile(header, raw) : { content: raw, contentType: header };
  if (content.length > LARGEST_UPLOAD) throw new HttpError(413, 'TOO_LARGE', `at most ${LARGEST_UPLOAD} bytes are taken`);
  try {
    services.files.save(cloudPath, content, typeOf(contentType, cloudPath), openid);
  } catch (error) {
    if (error instanceof CloudError && error.code === 'STORAGE_EXCEED_AUTHORITY') throw new HttpError(403, error.code, error.message, -503002);
    throw error;
  }
  sendJson(response, 200, { fileID: services.files.fileId(cloudPath) });
}

async function firstFile(header: string, raw: Buffer): Promise<{ content: Buffer; contentType: string }> {
  const [part] = Object.values((await parseForm(header, raw)).files);
  if (!part) throw new HttpError(400, 'BAD_FORM', 'the form holds no file');
  return part;
}

/** `PUT /files/<path>?sign=…&t=…`: the second half of the SDK's upload. An empty answer means success. */
export async function uploadFromFunction(services: Services, cloudPath: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  check(services, cloudPath, 'write', url);
  const content = await readBody(request, LARGEST_UPLOAD * 5);
  services.files.save(cloudPath, content, typeOf(request.headers['content-type'] ?? '', cloudPath), null);
  response.writeHead(200);
  response.end();
}

/** `GET /files/<path>?sign=…&t=…` */
export function download(services: Services, cloudPath: string, url: URL, request: IncomingMessage, response: ServerResponse): void {
  check(services, cloudPath, 'read', url);
  const file = services.files.find(cloudPath);
  if (!file) throw new HttpError(404, 'STORAGE_FILE_NONEXIST', 'there is no such file', -503003);
  const content = services.files.read(cloudPath);
  const inline = INLINE.has(file.contentType);
  response.writeHead(200, {
    'content-type': inline ? file.contentType : 'application/octet-stream',
    'content-disposition': inline ? 'inline' : 'attachment',
    'content-length': content.length,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function check(services: Services, cloudPath: string, purpose: 'read' | 'write', url: URL): void {
  const { searchParams } = url;
  if (!isCloudPath(cloudPath) || !services.files.verify(cloudPath, purpose, searchParams.get('sign') ?? '', searchParams.get('t') ?? '')) {
    throw new HttpError(403, 'STORAGE_SIGN_PARAM_INVALID', 'the link is not valid, or no longer', -503004);
  }
}

function typeOf(header: string, cloudPath: string): string {
  const [type = ''] = header.split(';');
  const given = type.trim().toLowerCase();
  if (/^[a-z]+\/[a-z0-9.+-]+$/.test(given) && given !== 'application/octet-stream') return given;
  return BY_EXTENSION[cloudPath.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

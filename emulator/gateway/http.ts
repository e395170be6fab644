import type { IncomingMessage, ServerResponse } from 'node:http';

/** A refusal of the gateway: an HTTP status and a JSON body {error: {code, errCode?, message}}. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errCode: number | undefined;

  constructor(status: number, code: string, message: string, errCode?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.errCode = errCode;
  }
}

/** @throws HttpError 413 past `limit` bytes */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = new HttpError(413, 'TOO_LARGE', `at most ${limit} bytes are taken`);
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      request.resume();
      reject(tooLarge);
      return;
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        reject(tooLarge);
        request.destroy();
      } else {
        chunks.push(chunk);
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('aborted', () => reject(new HttpError(400, 'ABORTED', 'the request was cut off')));
  });
}

/** @throws HttpError 400 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpError(400, 'BAD_JSON', 'the body is not JSON');
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body) ?? 'null';
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(text);
}

export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
  } else if (error instanceof HttpError) {
    const { status, code, errCode, message } = error;
    sendJson(response, status, { error: errCode === undefined ? { code, message } : { code, errCode, message } });
  } else {
    sendJson(response, 500, { error: { code: 'EMULATOR_FAILED', message: error instanceof Error ? error.message : String(error) } });
  }
}

/**
 * Only pages of this very server may talk to it: another host name (DNS rebinding) or another
 * origin (a page on the web) is refused.
 */
export function refuseStrangers(request: IncomingMessage, port: number, origins: readonly string[]): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) throw new HttpError(403, 'FOREIGN_HOST', 'this host name is not served');
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`) && !origins.includes(origin)) {
    throw new HttpError(403, 'FOREIGN_ORIGIN', 'this origin may not call');
  }
}

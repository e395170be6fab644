import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HttpError } from './http';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.ico': 'image/x-icon', '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = /^(text\/|application\/(json|manifest)|image\/svg)/;
/** A name with a hash of its content never changes what it holds. */
const HASHED = /[.-][0-9a-f]{8,}\./;

interface Packed {
  content: Buffer;
  changedMs: number;
}

/** Serves the H5 build. Links that lead out of the folder are not followed. */
export class StaticFiles {
  private readonly root: string;
  private readonly packed = new Map<string, Packed>();

  constructor(root: string) {
    this.root = path.resolve(root);
  }

  send(pathname: string, request: IncomingMessage, response: ServerResponse): void {
    const file = this.locate(pathname);
    if (file === null) throw new HttpError(404, 'NOT_FOUND', 'there is nothing here');
    const changedMs = statSync(file).mtimeMs;
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    const etag = `"${Math.round(changedMs).toString(36)}-${statSync(file).size.toString(36)}"`;
    const headers: Record<string, string | number> = {
      'content-type': type, etag, vary: 'accept-encoding', 'x-content-type-options': 'nosniff',
      'cache-control': HASHED.test(path.basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers);
      response.end();
      return;
    }
    let content: Buffer = readFileSync(file);
    if (COMPRESSED.test(type) && content.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      content = this.pack(file, content, changedMs);
      headers['content-encoding'] = 'gzip';
    }
    response.writeHead(200, { ...headers, 'content-length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  private locate(pathname: string): string | null {
    if (pathname.includes('\0') || pathname.split(/[/\\]/).some((step) => step === '..' || (step.startsWith('.') && step !== '.'))) return null;
    const wanted = path.join(this.root, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      const root = realpathSync(this.root);
      const real = realpathSync(wanted);
      return real.startsWith(root + path.sep) && statSync(real).isFile() ? real : null;
    } catch {
      return null;
    }
  }

  private pack(file: string, content: Buffer, changedMs: number): Buffer {
    const known = this.packed.get(file);
    if (known?.changedMs === changedMs) return known.content;
    const packed = gzipSync(content);
    this.packed.set(file, { content: packed, changedMs });
    return packed;
  }
}

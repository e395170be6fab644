import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { CloudError, EmulatorStartError, invalidParameter } from '../errors';

export interface StoredFile {
  cloudPath: string;
  contentType: string;
  /** The openid of who uploaded it; null for a function. */
  owner: string | null;
  size: number;
}

/** Default life of a temporary URL, in seconds, and the longest. */
const DEFAULT_AGE_S = 7200;
const LONGEST_AGE_S = 86400 * 365;

/**
 * The emulated file storage. On disk a file's name is the digest of its cloud path, so nothing that
 * a caller writes in a path can lead out of the folder. Every write is a rename of a finished file.
 */
export class FileStore {
  private readonly dir: string;
  private readonly env: string;
  private readonly secret: Buffer;
  private readonly now: () => number;

  constructor(dir: string, env: string, now: () => number) {
    this.dir = dir;
    this.env = env;
    this.now = now;
    try {
      mkdirSync(dir, { recursive: true });
      const key = path.join(dir, 'signing.key');
      if (!existsSync(key)) this.write(key, randomBytes(32));
      this.secret = readFileSync(key);
    } catch (error) {
      throw new EmulatorStartError('data_unwritable', `Cannot keep files in ${dir}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** `cloud://<env>.<bucket>/<path>` */
  fileId(cloudPath: string): string {
    return `cloud://${this.env}.emulator/${cloudPath}`;
  }

  /** @returns the path of a file id of this environment, else null. */
  pathOf(fileId: string): string | null {
    const prefix = `cloud://${this.env}.emulator/`;
    const cloudPath = fileId.startsWith(prefix) ? fileId.slice(prefix.length) : null;
    return cloudPath !== null && isCloudPath(cloudPath) ? cloudPath : null;
  }

  /** @throws STORAGE_EXCEED_AUTHORITY if somebody else holds the path */
  save(cloudPath: string, content: Buffer, contentType: string, owner: string | null): StoredFile {
    checkPath(cloudPath);
    const present = this.find(cloudPath);
    if (present && owner !== null && present.owner !== owner) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'only its creator may write to this path');
    }
    const file: StoredFile = { cloudPath, contentType, owner: owner ?? present?.owner ?? null, size: content.length };
    const name = this.nameOf(cloudPath);
    this.write(path.join(this.dir, name), content);
    this.write(path.join(this.dir, `${name}.json`), Buffer.from(JSON.stringify(file)));
    return file;
  }

  find(cloudPath: string): StoredFile | null {
    const meta = path.join(this.dir, `${this.nameOf(cloudPath)}.json`);
    return existsSync(meta) ? (JSON.parse(readFileSync(meta, 'utf8')) as StoredFile) : null;
  }

  read(cloudPath: string): Buffer {
    return readFileSync(path.join(this.dir, this.nameOf(cloudPath)));
  }

  remove(cloudPath: string): boolean {
    if (!this.find(cloudPath)) return false;
    const name = this.nameOf(cloudPath);
    rmSync(path.join(this.dir, `${name}.json`), { force: true });
    rmSync(path.join(this.dir, name), { force: true });
    return true;
  }

  /** Query of a temporary URL: `t` is when it ends, in seconds; `sign` is keyed and carries a random part. */
  sign(cloudPath: string, purpose: 'read' | 'write', maxAgeS = DEFAULT_AGE_S): string {
    const end = Math.floor(this.now() / 1000) + Math.min(Math.max(0, Math.floor(maxAgeS)), LONGEST_AGE_S);
    const salt = randomBytes(8).toString('hex');
    return `sign=${salt}${this.mac(cloudPath, purpose, end, salt)}&t=${end}`;
  }

  verify(cloudPath: string, purpose: 'read' | 'write', sign: string, t: string): boolean {
    if (!/^[0-9a-f]{80}$/.test(sign) || !/^\d{1,12}$/.test(t) || Number(t) * 1000 < this.now()) return false;
    const expected = this.mac(cloudPath, purpose, Number(t), sign.slice(0, 16));
    return timingSafeEqual(Buffer.from(sign.slice(16)), Buffer.from(expected));
  }

  private mac(cloudPath: string, purpose: string, end: number, salt: string): string {
    return createHmac('sha256', this.secret).update([purpose, cloudPath, end, salt].join('\n')).digest('hex');
  }

  private nameOf(cloudPath: string): string {
    return createHash('sha256').update(cloudPath).digest('hex');
  }

  private write(target: string, content: Buffer): void {
    const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
    const handle = openSync(temporary, 'wx');
    try {
      writeSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  }
}

/** The platform's rule: no leading slash, no empty or dotted step, at most 1024 bytes. */
export function isCloudPath(cloudPath: string): boolean {
  const unprintable = [...cloudPath].some((letter) => letter < ' ' || '\\?#%'.includes(letter));
  return cloudPath.length > 0 && Buffer.byteLength(cloudPath) <= 1024 && !unprintable
    && cloudPath.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

export function checkPath(cloudPath: string): void {
  if (!isCloudPath(cloudPath)) throw invalidParameter('this cannot be the path of a file');
}

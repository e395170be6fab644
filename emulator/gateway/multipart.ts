import busboy from 'busboy';
import { HttpError } from './http';

interface Part {
  content: Buffer;
  contentType: string;
}

export interface Form {
  fields: Record<string, string>;
  /** Parts with binary content, by field name. */
  files: Record<string, Part>;
}

/** @throws HttpError 400 if the body is not a form */
export function parseForm(contentType: string, body: Buffer): Promise<Form> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new HttpError(400, 'BAD_FORM', 'the body is not a multipart form'));
    const form: Form = { fields: {}, files: {} };
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: { 'content-type': contentType }, limits: { fields: 50, files: 5, parts: 55 } });
    } catch {
      refuse();
      return;
    }
    parser.on('field', (name, value) => {
      form.fields[name] = value;
    });
    parser.on('file', (name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        form.files[name] = { content: Buffer.concat(chunks), contentType: info.mimeType };
      });
    });
    parser.on('close', () => resolve(form));
    parser.on('error', refuse);
    parser.end(body);
  });
}

/**
 * The form of `wx.openApi` as the SDK sends it: `requestData` is binary without a file name, which a
 * text parser would spoil, so it is cut out of the body by its boundary.
 */
export function binaryField(contentType: string, body: Buffer, name: string): Buffer | null {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  const delimiter = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(delimiter); at >= 0;) {
    const next = body.indexOf(delimiter, at + delimiter.length);
    if (next < 0) return null;
    const part = body.subarray(at + delimiter.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    if (split >= 0 && part.subarray(0, split).toString('latin1').includes(`name="${name}"`)) return part.subarray(split + 4);
    at = next;
  }
  return null;
}

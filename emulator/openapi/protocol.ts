import { Reader, Writer } from 'protobufjs/minimal';
import { invalidParameter } from '../errors';

/**
 * The two messages of `wx.openApi`, as wx-server-sdk writes and reads them:
 * CommApiData { apiType = 1; OpenApiData { KeyValuePair { key = 1; value = 2 } pairs = 1 } = 2 } and
 * CommOpenApiResp { respData = 1; contentType = 2; errorCode = 3; httpCode = 4 }.
 */
const OPEN_API = 0;

/** @returns the parameters of the call, in the snake_case the SDK sends. */
export function decodeRequest(bytes: Uint8Array): Record<string, unknown> {
  try {
    const reader = Reader.create(bytes);
    const parameters: Record<string, unknown> = {};
    let type = OPEN_API;
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (tag >>> 3 === 1) type = reader.int32();
      else if (tag >>> 3 === 2) pairs(Reader.create(reader.bytes()), parameters);
      else reader.skipType(tag & 7);
    }
    if (type !== OPEN_API) throw new Error(`api type ${type}`);
    return parameters;
  } catch (error) {
    throw invalidParameter(`not a request of the SDK: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function pairs(reader: Reader, into: Record<string, unknown>): void {
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 !== 1) {
      reader.skipType(tag & 7);
      continue;
    }
    const pair = Reader.create(reader.bytes());
    let key = '';
    let value = '';
    while (pair.pos < pair.len) {
      const inner = pair.uint32();
      if (inner >>> 3 === 1) key = pair.string();
      else if (inner >>> 3 === 2) value = Buffer.from(pair.bytes()).toString('utf8');
      else pair.skipType(inner & 7);
    }
    Object.defineProperty(into, key, { value: JSON.parse(value) as unknown, enumerable: true, writable: true, configurable: true });
  }
}

/** An answer of WeChat's own server: JSON in snake_case, with `errcode` if it refused. */
export function encodeAnswer(answer: Record<string, unknown>): Buffer {
  const writer = Writer.create();
  writer.uint32(10).bytes(Buffer.from(JSON.stringify(answer)));
  writer.uint32(18).string('application/json');
  writer.uint32(32).uint32(200);
  return Buffer.from(writer.finish());
}

/** A refusal before WeChat's server is reached, for example -604101. */
export function encodeRefusal(errorCode: number): Buffer {
  const writer = Writer.create();
  writer.uint32(24).int32(errorCode);
  return Buffer.from(writer.finish());
}

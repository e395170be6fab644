import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { databaseAction } from '../documents/actions';
import { CloudError, unknownOperator } from '../errors';
import { storageAction } from '../files/actions';
import { openApi } from '../openapi/calls';
import { passedOn } from '../runner/functions';
import type { RequestRecord, Session } from '../runner/sessions';
import type { Services } from './context';
import { readBody } from './http';
import { binaryField, parseForm } from './multipart';
import { strictMeter } from './strict';

/** The platform's limit for a reply is 16 MB; requests of functions are given the same. */
const LARGEST_REQUEST = 20 * 1024 * 1024;

type Body = Record<string, unknown>;

/**
 * The endpoint the SDK posts to. The answer is HTTP 200 even for a refusal, with `code` and
 * `message` in it: the SDK turns any other status into a nameless error.
 */
export async function sdkRequest(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID();
  const reply = (body: Record<string, unknown>): void => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ requestId, ...body }));
  };
  let record: RequestRecord | null = null;
  try {
    const raw = await readBody(request, LARGEST_REQUEST);
    const contentType = request.headers['content-type'] ?? '';
    const isForm = contentType.startsWith('multipart/form-data');
    const body: Body = isForm ? (await parseForm(contentType, raw)).fields : parseBody(raw);
    const session = services.sessions.find(body.wxCloudApiToken);
    if (!session) throw new CloudError('INVALID_REQUEST_SOURCE', 'the request carries no token of a running function');
    const action = String(body.action);
    record = { action, collection: typeof body.collectionName === 'string' ? body.collectionName : null, examined: 0, returned: 0, indexes: [], error: null };
    session.requests.push(record);
    if (action === 'wx.openApi') {
      const data = binaryField(contentType, raw, 'requestData') ?? Buffer.alloc(0);
      const allowed = services.functions.get(session.functionName)?.openapi ?? [];
      const answer = openApi(String(body.apiName), data, allowed, session, { phoneCodes: services.phoneCodes, now: () => services.clock.now() });
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.end(answer);
      return;
    }
    reply(await answerTo(services, action, body, session, record));
  } catch (error) {
    const code = error instanceof CloudError ? error.code : 'SYS_ERR';
    const message = error instanceof Error ? error.message : String(error);
    if (record) record.error = code;
    if (!(error instanceof CloudError)) services.log(`emulator: ${error instanceof Error ? error.stack ?? message : message}`);
    reply({ code, message: `[${requestId}] ${message}` });
  }
}

function parseBody(raw: Buffer): Body {
  const body: unknown = JSON.parse(raw.toString('utf8'));
  if (typeof body !== 'object' || body === null) throw new CloudError('INVALID_COMMON_PARAM', 'the body is not an object');
  return body as Body;
}

async function answerTo(services: Services, action: string, body: Body, session: Session, record: RequestRecord): Promise<Record<string, unknown>> {
  if (action.startsWith('database.')) {
    const meter = strictMeter(record, services.strict);
    // One request has one time: two server dates in it differ by their offsets only.
    const now = services.clock.now();
    const data = databaseAction(services.store, action, body, () => now, meter);
    return { data };
  }
  if (action.startsWith('storage.')) return { data: storageAction(services.files, services.url(), action, body) };
  if (action === 'functions.invokeFunction') {
    const text = typeof body.request_data === 'string' && body.request_data !== '' ? body.request_data : '{}';
    const event: unknown = JSON.parse(text);
    const { result, error } = await services.functions.invoke(String(body.function_name), event, passedOn(session), session.depth + 1);
    if (error) throw new CloudError(error.code === 'FUNCTIONS_REQUEST_FAIL' ? error.code : 'FUNCTIONS_EXECUTE_FAIL', error.message);
    return { data: { response_data: JSON.stringify(result ?? null) } };
  }
  throw unknownOperator(`the action ${action}`);
}


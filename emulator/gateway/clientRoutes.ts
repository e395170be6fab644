import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import type { Caller } from '../runner/sessions';
import type { Services } from './context';
import { HttpError, parseJson, readBody, sendJson } from './http';
import { isNamed, mayInvoke } from './rules';
import { runTimer } from './timers';

/** The platform's gateway takes 100 KB of text. */
const LARGEST_EVENT = 100 * 1024;

/** @throws HttpError 400 unless the openid is 1-64 of A-Z a-z 0-9 _ - */
export function openidOf(request: IncomingMessage): string | undefined {
  const header = request.headers['x-wx-openid'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(header)) throw new HttpError(400, 'BAD_OPENID', 'x-wx-openid is 1-64 letters, digits, _ or -');
  return header;
}

/** `POST /fn/<name>`: what `wx.cloud.callFunction` does from a phone. */
export async function callFunction(services: Services, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const openid = openidOf(request);
  const known = services.functions.get(name) !== undefined;
  if (!known && !isNamed(services.rules, name)) throw new HttpError(404, 'FUNCTION_NOT_FOUND', `there is no function ${JSON.stringify(name)}`, -501000);
  if (!mayInvoke(services.rules, name, openid !== undefined)) throw new HttpError(403, 'FUNCTION_FORBIDDEN', `clients may not call ${name}`, -502003);
  if (!known) throw new HttpError(404, 'FUNCTION_NOT_FOUND', `there is no function ${JSON.stringify(name)}`, -501000);
  const body = await readBody(request, LARGEST_EVENT);
  const event = body.length === 0 ? {} : parseJson(body);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw new HttpError(400, 'BAD_EVENT', 'the event is a JSON object');
  const caller: Caller = { openid, appid: services.appid, source: 'wx_client', clientIp: '127.0.0.1' };
  const { result, error } = await services.functions.invoke(name, clientEvent(event, caller), caller);
  if (error) throw new HttpError(error.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED' ? 504 : 500, error.code, error.message, error.errCode);
  sendJson(response, 200, result ?? null);
}

/** The platform adds who is calling to the event of a client's call, over whatever the client wrote. */
export function clientEvent(event: object, caller: Caller): object {
  return caller.openid === undefined ? event : { ...event, userInfo: { appId: caller.appid ?? '', openId: caller.openid } };
}

/** `POST /emulator/clock {"now": milliseconds | null}` */
export async function setClock(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = parseJson(await readBody(request, 1024));
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
  if (now !== null && (typeof now !== 'number' || !Number.isFinite(now) || Math.abs(now) > 8.64e15)) throw new HttpError(400, 'BAD_CLOCK', '"now" is milliseconds since 1970, or null');
  services.clock.set(now);
  services.functions.clockMoved();
  sendJson(response, 200, { now: services.clock.now() });
}

/** `POST /emulator/phone {"phone": "13800000000"}`: the code that WeChat's phone button would give. */
export async function issuePhoneCode(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const openid = openidOf(request);
  if (openid === undefined) throw new HttpError(400, 'BAD_OPENID', 'x-wx-openid says whose phone it is');
  const body = parseJson(await readBody(request, 1024));
  const phone = typeof body === 'object' && body !== null && 'phone' in body ? body.phone : undefined;
  if (typeof phone !== 'string' || !/^1\d{10}$/.test(phone)) throw new HttpError(400, 'BAD_PHONE', '"phone" is a mobile number of 11 digits');
  sendJson(response, 200, { code: services.phoneCodes.issue(phone, openid) });
}

/** `POST /emulator/timers/<function>`: runs a function as its timer would, now. */
export async function fireTimer(services: Services, name: string, response: ServerResponse): Promise<void> {
  if (!services.functions.get(name)) throw new HttpError(404, 'FUNCTION_NOT_FOUND', `there is no function ${JSON.stringify(name)}`);
  try {
    const { result, error, durationMs } = await runTimer(services, name);
    if (error) throw new HttpError(500, error.code, error.message, error.errCode);
    sendJson(response, 200, { result: result ?? null, durationMs });
  } catch (error) {
    if (error instanceof CloudError) throw new HttpError(404, error.code, error.message);
    throw error;
  }
}

import type { Session } from '../runner/sessions';
import type { PhoneCodes } from './phoneCodes';
import { decodeRequest, encodeAnswer, encodeRefusal } from './protocol';

export interface OpenApiServices {
  phoneCodes: PhoneCodes;
  now: () => number;
}

type Call = (parameters: Record<string, unknown>, session: Session, services: OpenApiServices) => Record<string, unknown>;

const NO_PERMISSION = -604101;
const INVALID_CODE = 40029;
const NOT_EMULATED = -604100;

const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['phonenumber.getPhoneNumber', (parameters, session, { phoneCodes, now }) => {
    const { code } = parameters;
    const phone = typeof code === 'string' ? phoneCodes.redeem(code, session.caller.openid) : null;
    if (phone === null) return { errcode: INVALID_CODE, errmsg: 'invalid code' };
    return {
      errcode: 0, errmsg: 'ok',
      phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark: { timestamp: Math.floor(now() / 1000), appid: session.caller.appid ?? '' } },
    };
  }],
]);

/**
 * Answers `cloud.openapi.<name>()`.
 * @param allowed the APIs in the function's config.json
 * @returns a protobuf CommOpenApiResp
 */
export function openApi(name: string, request: Uint8Array, allowed: readonly string[], session: Session, services: OpenApiServices): Buffer {
  if (!allowed.includes(name)) return encodeRefusal(NO_PERMISSION);
  const call = CALLS.get(name);
  if (!call) return encodeAnswer({ errcode: NOT_EMULATED, errmsg: `not supported by the emulator: openapi.${name}` });
  return encodeAnswer(call(decodeRequest(request), session, services));
}

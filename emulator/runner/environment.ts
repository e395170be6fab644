import type { Session } from './sessions';

export const TIME_ZONE = 'Asia/Shanghai';

/**
 * What the SDK reads from its environment to find the emulator instead of the cloud.
 * `TENCENTCLOUD_RUNENV` spares it a look-up of a metadata host before every request.
 */
export function environment(url: string, env: string): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of ['PATH', 'HOME', 'LANG']) {
    const value = process.env[name];
    if (value !== undefined) passed[name] = value;
  }
  return {
    ...passed,
    TZ: TIME_ZONE,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TCB_ENV: env,
    SCF_NAMESPACE: env,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
  };
}

/** What one invocation alone sees: its caller and its token. */
export function invocationEnvironment(session: Session, trigger: boolean): Record<string, string> {
  const { caller, token } = session;
  const context: Record<string, string> = { WX_API_TOKEN: token, WX_CLIENTIP: caller.clientIp };
  if (caller.openid !== undefined) context.WX_OPENID = caller.openid;
  if (caller.appid !== undefined) context.WX_APPID = caller.appid;
  if (caller.unionid !== undefined) context.WX_UNIONID = caller.unionid;
  const keys = Object.keys(context).join(',');
  const source: Record<string, string> = caller.source === '' ? {} : { TCB_SOURCE: caller.source };
  return { ...context, ...source, WX_CONTEXT_KEYS: keys, ...(trigger ? { TRIGGER_SRC: 'timer' } : {}) };
}

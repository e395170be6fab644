import path from 'node:path';
import type { Declaration, Emulator, EmulatorOptions } from '../../emulator';
import { startEmulator } from '../../emulator';

export const FUNCTIONS = path.join(__dirname, 'fixtures');

export const SCHEMA: Declaration = {
  collections: {
    things: { indexes: [{ name: 'byA', keys: [['a', 1], ['b', -1], ['_id', 1]] }, { name: 'byTag', keys: [['tags', 1], ['a', 1]] }] },
    places: { indexes: [{ name: 'location', keys: [['location', '2dsphere'], ['kind', 1]] }] },
    members: { indexes: [{ name: 'oneEmail', keys: [['email', 1]], unique: true }] },
  },
};

export function start(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  return startEmulator({ functionsDir: FUNCTIONS, dataDir: ':memory:', timers: false, schema: SCHEMA, rules: { '*': { invoke: true } }, functions: { sdk: { timeoutMs: 20_000 } }, ...options });
}

export interface SdkError {
  errCode: number;
  errMsg: string;
  code?: string;
}

/** Runs the body in a real function with the real SDK: `cloud`, `db`, `_`, `$` and `input` are at hand. */
export async function sdk(emulator: Emulator, body: string, input?: unknown, openid = 'alice'): Promise<unknown> {
  const { result, error } = await emulator.invoke('sdk', { body, input }, { openid });
  if (error) throw new Error(error.message);
  const answer = result as { ok?: unknown; error?: SdkError };
  if (answer.error) throw Object.assign(new Error(answer.error.errMsg), answer.error);
  return answer.ok;
}

/** What the SDK threw. */
export async function sdkError(emulator: Emulator, body: string, input?: unknown): Promise<SdkError> {
  const { result } = await emulator.invoke('sdk', { body, input }, { openid: 'alice' });
  const answer = result as { ok?: unknown; error?: SdkError };
  if (!answer.error) throw new Error(`no error, but ${JSON.stringify(answer.ok)}`);
  return answer.error;
}

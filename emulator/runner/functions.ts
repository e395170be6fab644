import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { CloudError } from '../errors';
import type { Clock } from '../clock';
import type { Bundle } from './bundles';
import { readBundles } from './bundles';
import { environment, invocationEnvironment } from './environment';
import { Pool } from './pool';
import type { Caller, RequestRecord, Session, Sessions } from './sessions';
import type { Outcome } from './thread';

export interface FunctionSettings {
  timeoutMs?: number;
  memoryMb?: number;
  env?: Record<string, string>;
}

export interface InvocationError {
  /** The platform's string, for example FUNCTIONS_EXECUTE_FAIL. */
  code: string;
  errCode: number;
  message: string;
}

export interface InvocationResult {
  /** What the function returned, as JSON carries it; undefined if it failed. */
  result?: unknown;
  error?: InvocationError;
  /** What the function asked of the cloud, in order. */
  requests: RequestRecord[];
  durationMs: number;
}

export interface FunctionsOptions {
  functionsDir: string;
  settings: Record<string, FunctionSettings>;
  env: string;
  warm: number;
  most: number;
  clock: Clock;
  sessions: Sessions;
  log: (line: string) => void;
}

const DEFAULT_TIMEOUT_MS = 3000;
const DEFAULT_MEMORY_MB = 256;
/** Functions that call one another deeper than this are taken for an endless chain. */
const DEEPEST_CALL = 8;

/** The deployed functions: found in the folder, run in the pool. */
export class Functions {
  private readonly options: FunctionsOptions;
  private readonly bundles: Map<string, Bundle>;
  private pool: Pool | null = null;

  constructor(options: FunctionsOptions) {
    this.options = options;
    this.bundles = readBundles(options.functionsDir);
  }

  /** @param url where the emulated cloud listens. */
  async start(url: string): Promise<void> {
    const { warm, most, log, clock } = this.options;
    this.pool = new Pool({
      env: environment(url, this.options.env), modulePaths: [path.resolve(this.options.functionsDir), process.cwd(), __dirname],
      warm, most, log, offsetMs: () => clock.offsetMs,
    }, DEFAULT_MEMORY_MB);
    if (warm > 0) await this.pool.ready();
  }

  get(name: string): Bundle | undefined {
    return this.bundles.get(name);
  }

  all(): Bundle[] {
    return [...this.bundles.values()];
  }

  clockMoved(): void {
    this.pool?.setClock(this.options.clock.offsetMs);
  }

  async stop(): Promise<void> {
    await this.pool?.stop();
  }

  /** Runs a function to its end. Failures come as `error`, not as a rejection. */
  async invoke(name: string, event: unknown, caller: Caller, depth = 0, trigger = false): Promise<InvocationResult> {
    const began = performance.now();
    const bundle = this.bundles.get(name);
    if (!bundle || !this.pool) throw new CloudError('FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${name}`);
    if (depth > DEEPEST_CALL) throw new CloudError('FUNCTIONS_REQUEST_FAIL', `functions call one another more than ${DEEPEST_CALL} deep`);
    const settings = this.options.settings[name] ?? {};
    const timeoutMs = settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const memoryMb = settings.memoryMb ?? DEFAULT_MEMORY_MB;
    const session = this.options.sessions.open(name, caller, depth);
    const id = randomUUID();
    const outcome = await this.pool.run({
      id, dir: bundle.dir, event, timeoutMs,
      context: { request_id: id, function_name: name, namespace: this.options.env, memory_limit_in_mb: memoryMb, time_limit_in_ms: timeoutMs, callbackWaitsForEmptyEventLoop: false },
      env: { ...settings.env, ...invocationEnvironment(session, trigger) },
    }, memoryMb);
    this.options.sessions.close(session);
    return { ...this.toResult(outcome, timeoutMs, memoryMb), requests: session.requests, durationMs: Math.round(performance.now() - began) };
  }

  private toResult(outcome: Outcome, timeoutMs: number, memoryMb: number): { result?: unknown; error?: InvocationError } {
    switch (outcome.kind) {
      case 'done':
        return { result: JSON.parse(outcome.result) as unknown };
      case 'timeout':
        return { error: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', errCode: -504003, message: `Invoking task timed out after ${timeoutMs / 1000} seconds` } };
      case 'memory':
        return { error: { code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', errCode: -504002, message: `The function used more than ${memoryMb} MB of memory` } };
      case 'unstarted':
        return { error: { code: 'FUNCTIONS_REQUEST_FAIL', errCode: -504001, message: 'no thread could be started for the function' } };
      default:
        this.options.log(outcome.error.stack || outcome.error.message);
        return { error: { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, message: `functions execute fail | errMsg: ${outcome.error.message}` } };
    }
  }
}

/** The caller of a function that is called by another: the same person, one source further. */
export function passedOn(session: Session): Caller {
  return { ...session.caller, source: session.caller.source === '' ? 'scf' : `${session.caller.source},scf` };
}

import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clock } from './clock';
import type { Declaration } from './documents/declaration';
import { Store } from './documents/store';
import { FileStore } from './files/fileStore';
import { clientEvent } from './gateway/clientRoutes';
import type { Persona, Services } from './gateway/context';
import type { FunctionRules } from './gateway/rules';
import { checkRules } from './gateway/rules';
import { createGateway, HOST, listen } from './gateway/server';
import { runTimer, Timers } from './gateway/timers';
import { PhoneCodes } from './openapi/phoneCodes';
import { environment, invocationEnvironment, TIME_ZONE } from './runner/environment';
import type { FunctionSettings, InvocationResult } from './runner/functions';
import { Functions } from './runner/functions';
import { Sessions } from './runner/sessions';

export interface EmulatorOptions {
  /** Folder of built functions, one folder each with index.js and config.json. */
  functionsDir: string;
  /** Folder for the database and the files; ':memory:' keeps nothing after `stop`. */
  dataDir: string;
  /** 0 (the default) takes any free port. */
  port?: number;
  /** An H5 build to serve at `/`. */
  staticDir?: string;
  schema: Declaration;
  /** Which functions clients may call, in WeChat's own shape; `*` must be there. */
  rules: FunctionRules;
  functions?: Record<string, FunctionSettings>;
  /** What `GET /personas` answers. */
  personas?: () => Persona[] | Promise<Persona[]>;
  /** A read that no index answers, or that wastes more than it gives, is an error. For tests. */
  strict?: boolean;
  /** Whether the timers of config.json run; true unless told. */
  timers?: boolean;
  /** Threads kept warm (6, or 2 with ':memory:') and at most (16). They load in the background. */
  threads?: { warm?: number; most?: number };
  /** Further origins that may call, such as a development server's. */
  origins?: string[];
  appid?: string;
  env?: string;
  /** Takes what functions print and what the emulator has to say; nothing is printed unless given. */
  log?: (line: string) => void;
}

export interface CallerOptions {
  openid?: string;
  unionid?: string;
  appid?: string;
  /** `wx_client` unless told. */
  source?: string;
}

export interface Emulator {
  port: number;
  url: string;
  /** Calls a function as a client would, without the rules. Failures are in the result. */
  invoke(name: string, event: object, caller?: CallerOptions): Promise<InvocationResult>;
  /** Runs a function as its timer does. */
  runTimer(name: string): Promise<InvocationResult>;
  /** Moves the emulated clock to an instant (milliseconds since 1970), from which it goes on; null is real time. */
  setClock(nowMs: number | null): void;
  now(): number;
  /** The database itself, to arrange and to assert. */
  store: Store;
  /** Environment variables that let the SDK in another process act as a function called by this person. */
  sdkEnvironment(caller?: CallerOptions): Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Starts the cloud on 127.0.0.1. Functions see the time zone Asia/Shanghai only if the process has
 * it: TZ is set here, which Node honours unless something (jest's sandbox) hides the real environment.
 * @throws EmulatorStartError
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  process.env.TZ = TIME_ZONE;
  checkRules(options.rules);
  const { functionsDir, dataDir, env = 'emulator', appid = 'wxemulator', log = () => undefined } = options;
  const inMemory = dataDir === ':memory:';
  const clock = new Clock();
  const now = (): number => clock.now();
  const sessions = new Sessions();
  const functions = new Functions({
    functionsDir, settings: options.functions ?? {}, env, clock, sessions, log, warm: options.threads?.warm ?? (inMemory ? 2 : 6), most: options.threads?.most ?? 16,
  });
  const filesDir = inMemory ? mkdtempSync(path.join(tmpdir(), 'emulator-files-')) : path.join(path.resolve(dataDir), 'files');
  const store = new Store(inMemory ? ':memory:' : path.join(path.resolve(dataDir), 'data.sqlite'), options.schema);
  let timers: Timers | null = null;
  let server: Server | null = null;
  let port = 0;
  const url = (): string => `http://${HOST}:${port}`;
  try {
    const services: Services = {
      clock, store, functions, sessions, log, appid, url, port: () => port, files: new FileStore(filesDir, env, now), phoneCodes: new PhoneCodes(now),
      rules: options.rules, personas: options.personas ?? (() => []), strict: options.strict === true, staticDir: options.staticDir ?? null, origins: options.origins ?? [],
    };
    const gateway = createGateway(services);
    server = gateway;
    port = await listen(gateway, options.port ?? 0);
    await functions.start(url());
    if (options.timers !== false) timers = new Timers(services);
    const callerOf = (caller: CallerOptions = {}): { openid?: string; unionid?: string; appid: string; source: string; clientIp: string } => ({
      openid: caller.openid, unionid: caller.unionid, appid: caller.appid ?? appid, source: caller.source ?? 'wx_client', clientIp: HOST,
    });
    return {
      port,
      url: url(),
      store,
      now,
      invoke: (name, event, caller) => functions.invoke(name, clientEvent(event, callerOf(caller)), callerOf(caller)),
      runTimer: (name) => runTimer(services, name),
      setClock: (nowMs) => {
        clock.set(nowMs);
        functions.clockMoved();
      },
      sdkEnvironment: (caller) => ({ ...environment(url(), env), ...invocationEnvironment(sessions.open('', callerOf(caller), 0), false) }),
      stop: async () => {
        timers?.stop();
        gateway.closeIdleConnections();
        await functions.stop();
        await new Promise((resolve) => {
          gateway.close(resolve);
          gateway.closeAllConnections();
        });
        store.close();
        if (inMemory) rmSync(filesDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await functions.stop();
    server?.close();
    store.close();
    throw error;
  }
}

'use strict';
/**
 * Runs functions, one invocation at a time, in a thread of its own. Plain JavaScript, because a
 * thread starts from a file without the loader that the rest is run with.
 *
 * Who is calling lives in `process.env`, where the SDK looks for it. Here `process.env` answers from
 * the invocation that the running code belongs to (AsyncLocalStorage), so a promise left over from an
 * earlier call sees its own caller, never the present one.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const Module = require('node:module');
const path = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');

const invocations = new AsyncLocalStorage();
const base = { ...process.env };
let offsetMs = 0;

const current = () => invocations.getStore();
/** Merged once an invocation: the SDK looks into the environment dozens of times a request. */
const view = () => current()?.env ?? base;

Object.defineProperty(process, 'env', {
  configurable: true,
  enumerable: true,
  value: new Proxy({}, {
    get: (_, key) => (typeof key === 'string' ? view()[key] : undefined),
    has: (_, key) => key in view(),
    ownKeys: () => Object.keys(view()),
    getOwnPropertyDescriptor: (_, key) => {
      const value = view()[key];
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
    },
    set: (_, key, value) => {
      view()[key] = String(value);
      return true;
    },
    deleteProperty: (_, key) => {
      delete view()[key];
      return true;
    },
  }),
});

const RealDate = Date;
const now = () => RealDate.now() + offsetMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
RealDate.prototype.constructor = globalThis.Date;

/** The function's own folder comes first; what it lacks is found where the emulator runs. */
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolve(request, parent, isMain, options) {
  try {
    return resolveFilename.call(this, request, parent, isMain, options);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' || request.startsWith('.') || path.isAbsolute(request)) throw error;
    return resolveFilename.call(this, request, parent, isMain, { paths: workerData.modulePaths });
  }
};

const describe = (error) => {
  if (error instanceof Error || (error && typeof error === 'object' && 'message' in error)) {
    return { message: String(error.message), stack: String(error.stack || ''), errCode: error.errCode };
  }
  return { message: String(error), stack: '' };
};

const send = (message) => parentPort.postMessage(message);

/** A fatal end belongs to the invocation whose code caused it, present or past. */
const fatal = (kind, error) => send({ type: 'fatal', id: current()?.id ?? null, kind, error: describe(error) });
process.on('uncaughtException', (error) => fatal('uncaughtException', error));
process.on('unhandledRejection', (error) => fatal('unhandledRejection', error));

const stopped = (what) => () => {
  const error = new Error(`the function called ${what}`);
  fatal('exit', error);
  throw error;
};
process.exit = stopped('process.exit');
process.reallyExit = process.exit;
process.abort = stopped('process.abort');
process.kill = stopped('process.kill');

let busy = false;
/** What keeps the thread alive beyond its channel: timers, sockets, and so on. */
const leftovers = () => process.getActiveResourcesInfo().filter((kind) => kind !== 'MessagePort' && !kind.startsWith('TTY'));

const main = (invocation) => {
  const file = path.join(invocation.dir, 'index.js');
  const loaded = require(file);
  const handler = loaded && (loaded.main || (loaded.default && loaded.default.main));
  if (typeof handler !== 'function') throw new Error(`${file} exports no function named main`);
  return handler(invocation.event, invocation.context);
};

const handle = async (message) => {
  const invocation = { id: message.id, env: { ...base, ...message.env }, dir: message.dir, event: message.event, context: { ...message.context } };
  const deadline = RealDate.now() + message.timeoutMs;
  invocation.context.getRemainingTimeInMillis = () => Math.max(0, deadline - RealDate.now());
  await invocations.run(invocation, async () => {
    let answer;
    try {
      const result = await main(invocation);
      answer = { type: 'done', id: message.id, result: result === undefined ? 'null' : JSON.stringify(result) ?? 'null' };
    } catch (error) {
      answer = { type: 'failed', id: message.id, error: describe(error) };
    }
    send({ ...answer, dirty: leftovers().length > 0 });
  });
  busy = false;
  watch();
};

/** Tells when everything that an invocation left behind has come to its end. */
const watch = () => {
  if (busy) return;
  if (leftovers().length === 0) send({ type: 'clean' });
  else setTimeout(watch, 20).unref();
};

parentPort.on('message', (message) => {
  if (message.type === 'clock') {
    offsetMs = message.offsetMs;
    return;
  }
  offsetMs = message.offsetMs;
  busy = true;
  send({ type: 'started', id: message.id });
  void handle(message);
});

for (const name of workerData.preload) {
  try {
    require(name);
  } catch (error) {
    send({ type: 'log', text: `cannot preload ${name}: ${error.message}` });
  }
}
send({ type: 'ready' });

import path from 'node:path';
import { Worker } from 'node:worker_threads';

interface FunctionError {
  message: string;
  stack: string;
  errCode?: number;
}

export interface Job {
  id: string;
  /** Folder of the function. */
  dir: string;
  event: unknown;
  context: Record<string, unknown>;
  /** What this invocation alone sees in `process.env`. */
  env: Record<string, string>;
  timeoutMs: number;
}

export type Outcome =
  | { kind: 'done'; result: string }
  | { kind: 'failed'; error: FunctionError }
  | { kind: 'fatal'; error: FunctionError }
  | { kind: 'timeout' }
  | { kind: 'memory' }
  /** The thread was lost before the job began: it may be tried on another. */
  | { kind: 'unstarted' };

type Message =
  | { type: 'ready' }
  | { type: 'clean' }
  | { type: 'log'; text: string }
  | { type: 'started'; id: string }
  | { type: 'done'; id: string; result: string; dirty: boolean }
  | { type: 'failed'; id: string; error: FunctionError; dirty: boolean }
  | { type: 'fatal'; id: string | null; kind: string; error: FunctionError };

export interface ThreadOptions {
  memoryMb: number;
  env: Record<string, string>;
  modulePaths: string[];
  log: (line: string) => void;
  /** Called whenever the thread becomes able to take a job, or dies. */
  changed: () => void;
}

/** An idle thread answers at once; one that does not within this time is stuck in leftovers. */
const START_DEADLINE_MS = 3000;
/** How long what an invocation left running may go on before the thread is given up. */
const LEFTOVER_GRACE_MS = 10_000;

/**
 * `starting` loads the SDK; `idle` can take a job; `dirty` has finished one that left timers or
 * sockets behind, and takes nothing until they are gone.
 */
export type ThreadState = 'starting' | 'idle' | 'busy' | 'dirty' | 'dead';

export class Thread {
  state: ThreadState = 'starting';
  idleSince = Date.now();
  private readonly worker: Worker;
  private readonly options: ThreadOptions;
  private job: { id: string; finish: (outcome: Outcome) => void; startTimer: NodeJS.Timeout; timer: NodeJS.Timeout | null; timeoutMs: number; started: boolean } | null = null;
  private grace: NodeJS.Timeout | null = null;

  constructor(options: ThreadOptions) {
    this.options = options;
    this.worker = new Worker(path.join(__dirname, 'worker.cjs'), {
      env: options.env,
      stdout: true,
      stderr: true,
      execArgv: [],
      workerData: { modulePaths: options.modulePaths, preload: ['wx-server-sdk'] },
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    this.worker.stdout.on('data', (chunk: Buffer) => options.log(chunk.toString()));
    this.worker.stderr.on('data', (chunk: Buffer) => options.log(chunk.toString()));
    this.worker.on('message', (message: Message) => this.receive(message));
    this.worker.on('error', (error: Error & { code?: string }) => this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'memory' } : { kind: 'fatal', error: { message: error.message, stack: error.stack ?? '' } }));
    this.worker.on('exit', () => this.end({ kind: 'fatal', error: { message: 'the function ended its process', stack: '' } }));
    this.worker.unref();
  }

  run(job: Job, offsetMs: number): Promise<Outcome> {
    this.state = 'busy';
    return new Promise((resolve) => {
      const startTimer = setTimeout(() => this.end({ kind: 'unstarted' }), START_DEADLINE_MS);
      this.job = { id: job.id, finish: resolve, startTimer, timer: null, timeoutMs: job.timeoutMs, started: false };
      try {
        this.worker.postMessage({ type: 'invoke', ...job, offsetMs });
      } catch (error) {
        this.settle({ kind: 'failed', error: { message: String(error), stack: '' } }, 'idle');
      }
    });
  }

  setClock(offsetMs: number): void {
    if (this.state !== 'dead') this.worker.postMessage({ type: 'clock', offsetMs });
  }

  async stop(): Promise<void> {
    this.end({ kind: 'fatal', error: { message: 'the emulator has stopped', stack: '' } });
    await this.worker.terminate();
  }

  private receive(message: Message): void {
    switch (message.type) {
      case 'ready':
        if (this.state === 'starting') this.become('idle');
        return;
      case 'clean':
        if (this.state === 'dirty') this.become('idle');
        return;
      case 'log':
        this.options.log(message.text);
        return;
      case 'started':
        if (this.job?.id === message.id) {
          clearTimeout(this.job.startTimer);
          this.job.started = true;
          this.job.timer = setTimeout(() => this.end({ kind: 'timeout' }), this.job.timeoutMs);
        }
        return;
      case 'done':
        if (this.job?.id === message.id) this.settle({ kind: 'done', result: message.result }, message.dirty ? 'dirty' : 'idle');
        return;
      case 'failed':
        if (this.job?.id === message.id) this.settle({ kind: 'failed', error: message.error }, message.dirty ? 'dirty' : 'idle');
        return;
      case 'fatal':
        // What an earlier invocation left behind fails alone; the present one goes on.
        if (this.job?.id === message.id) this.end({ kind: 'fatal', error: message.error });
        else this.options.log(`left over from an earlier call, ${message.kind}: ${message.error.stack || message.error.message}`);
    }
  }

  private become(state: ThreadState): void {
    this.state = state;
    this.idleSince = Date.now();
    if (this.grace) clearTimeout(this.grace);
    this.grace = null;
    if (state === 'dirty') {
      this.grace = setTimeout(() => this.end({ kind: 'timeout' }), LEFTOVER_GRACE_MS);
      this.grace.unref();
    }
    this.options.changed();
  }

  private settle(outcome: Outcome, state: ThreadState): void {
    const job = this.job;
    this.job = null;
    if (job) {
      clearTimeout(job.startTimer);
      if (job.timer) clearTimeout(job.timer);
    }
    this.become(state);
    job?.finish(outcome);
  }

  /** The thread is lost; so is its job, unless it never began. */
  private end(outcome: Outcome): void {
    if (this.state === 'dead') return;
    const begun = this.job?.started === true;
    this.state = 'dead';
    void this.worker.terminate();
    this.settle(begun || outcome.kind === 'fatal' && outcome.error.message === 'the emulator has stopped' ? outcome : { kind: 'unstarted' }, 'dead');
  }
}

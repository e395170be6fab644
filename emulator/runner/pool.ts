import { availableParallelism } from 'node:os';
import type { Job, Outcome, ThreadOptions } from './thread';
import { Thread } from './thread';

export interface PoolOptions {
  env: Record<string, string>;
  modulePaths: string[];
  /** Threads kept ready with the SDK loaded. */
  warm: number;
  most: number;
  log: (line: string) => void;
  offsetMs: () => number;
}

interface Waiting {
  job: Job;
  memoryMb: number;
  finish: (outcome: Outcome) => void;
  attempts: number;
}

/** A thread idle for longer than this is let go, down to the warm ones. */
const IDLE_MS = 60_000;
const MOST_ATTEMPTS = 5;
/** Threads that load at the same time. */
const SIDE_BY_SIDE = Math.max(2, availableParallelism());

/** Threads by the memory their functions may use; each takes one invocation at a time. */
export class Pool {
  private readonly options: PoolOptions;
  private readonly usualMemoryMb: number;
  private readonly threads = new Map<Thread, number>();
  private queue: Waiting[] = [];
  private readonly reaper: NodeJS.Timeout;
  private stopped = false;

  constructor(options: PoolOptions, memoryMb: number) {
    this.options = options;
    this.usualMemoryMb = memoryMb;
    this.grow();
    this.reaper = setInterval(() => this.reap(), IDLE_MS / 4);
    this.reaper.unref();
  }

  /** Resolves when a thread can take a job. */
  async ready(): Promise<void> {
    while (!this.stopped && ![...this.threads.keys()].some((thread) => thread.state === 'idle')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  run(job: Job, memoryMb: number): Promise<Outcome> {
    return new Promise((finish) => {
      this.queue.push({ job, memoryMb, finish, attempts: 0 });
      this.dispatch();
    });
  }

  setClock(offsetMs: number): void {
    for (const thread of this.threads.keys()) thread.setClock(offsetMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.reaper);
    const waiting = this.queue;
    this.queue = [];
    for (const { finish } of waiting) finish({ kind: 'fatal', error: { message: 'the emulator has stopped', stack: '' } });
    await Promise.all([...this.threads.keys()].map((thread) => thread.stop()));
  }

  private start(memoryMb: number): void {
    const options: ThreadOptions = { memoryMb, env: this.options.env, modulePaths: this.options.modulePaths, log: this.options.log, changed: () => this.dispatch() };
    this.threads.set(new Thread(options), memoryMb);
  }

  private dispatch(): void {
    if (this.stopped) return;
    for (const thread of this.threads.keys()) if (thread.state === 'dead') this.threads.delete(thread);
    const stillWaiting: Waiting[] = [];
    for (const waiting of this.queue) {
      const free = this.latestIdle(waiting.memoryMb);
      if (free) this.assign(free, waiting);
      else stillWaiting.push(waiting);
    }
    this.queue = stillWaiting;
    this.grow();
  }

  /** The one used last is the warmest, and lets the others grow old enough to be let go. */
  private latestIdle(memoryMb: number): Thread | undefined {
    let best: Thread | undefined;
    for (const [thread, memory] of this.threads) {
      if (memory === memoryMb && thread.state === 'idle' && (!best || thread.idleSince > best.idleSince)) best = thread;
    }
    return best;
  }

  private assign(thread: Thread, waiting: Waiting): void {
    void thread.run(waiting.job, this.options.offsetMs()).then((outcome) => {
      if (outcome.kind === 'unstarted' && waiting.attempts < MOST_ATTEMPTS && !this.stopped) {
        this.queue.unshift({ ...waiting, attempts: waiting.attempts + 1 });
      } else {
        waiting.finish(outcome);
      }
      this.dispatch();
    });
  }

  /**
   * Starts what the queue needs, then what should be kept warm, a few at a time: loading the SDK
   * takes a core for a third of a second, and many at once would all come late.
   */
  private grow(): void {
    const starting = [...this.threads].filter(([thread]) => thread.state === 'starting').map(([, memory]) => memory);
    let room = Math.max(0, SIDE_BY_SIDE - starting.length);
    for (const { memoryMb } of this.queue) {
      const already = starting.indexOf(memoryMb);
      if (already >= 0) starting.splice(already, 1);
      else if (room === 0) break;
      else if (this.threads.size < this.options.most) {
        this.start(memoryMb);
        room -= 1;
      } else {
        this.makeRoom(memoryMb);
      }
    }
    for (; room > 0 && this.threads.size < this.options.warm; room -= 1) this.start(this.usualMemoryMb);
  }

  /** At the limit, an idle thread with another amount of memory gives way. */
  private makeRoom(memoryMb: number): void {
    for (const [thread, memory] of this.threads) {
      if (memory !== memoryMb && thread.state === 'idle') {
        this.threads.delete(thread);
        void thread.stop();
        this.start(memoryMb);
        return;
      }
    }
  }

  private reap(): void {
    const idle = [...this.threads.keys()].filter((thread) => thread.state === 'idle').sort((a, b) => a.idleSince - b.idleSince);
    for (const thread of idle.slice(0, Math.max(0, idle.length - this.options.warm))) {
      if (Date.now() - thread.idleSince > IDLE_MS) void thread.stop();
    }
  }
}

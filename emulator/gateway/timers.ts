import type { InvocationResult } from '../runner/functions';
import type { TimerTrigger } from '../runner/bundles';
import type { Services } from './context';
import { matchesCron, parseCron } from './cron';

/** Runs a function as its timer does. The event is the platform's: Type, TriggerName, Time, Message. */
export function runTimer(services: Pick<Services, 'functions' | 'clock' | 'appid'>, name: string, trigger?: TimerTrigger): Promise<InvocationResult> {
  const timer = trigger ?? services.functions.get(name)?.timers[0];
  const event = { Type: 'Timer', TriggerName: timer?.name ?? 'manual', Time: new Date(services.clock.now()).toISOString(), Message: '' };
  return services.functions.invoke(name, event, { appid: services.appid, source: 'wx_trigger', clientIp: '127.0.0.1' }, 0, true);
}

/** Fires the timers of config.json on real time's seconds; an emulated date shifts which seconds match. */
export class Timers {
  private readonly handle: NodeJS.Timeout;
  private last: number;

  constructor(services: Pick<Services, 'functions' | 'clock' | 'appid' | 'log'>) {
    const jobs = services.functions.all().flatMap((bundle) => bundle.timers.map((trigger) => ({ bundle, trigger, cron: parseCron(trigger.config) })));
    this.last = Math.floor(services.clock.now() / 1000);
    const busy = new Set<string>();
    this.handle = setInterval(() => {
      const second = Math.floor(services.clock.now() / 1000);
      // After a jump of the clock the skipped seconds stay skipped: a timer is no catch-up.
      const from = second - this.last > 5 || second < this.last ? second : this.last + 1;
      for (const { bundle, trigger, cron } of jobs) {
        for (let at = from; at <= second; at += 1) {
          if (busy.has(bundle.name) || !matchesCron(cron, at * 1000)) continue;
          busy.add(bundle.name);
          void runTimer(services, bundle.name, trigger).then(({ error }) => {
            busy.delete(bundle.name);
            if (error) services.log(`timer ${trigger.name} of ${bundle.name}: ${error.message}`);
          });
        }
      }
      this.last = second;
    }, 500);
    this.handle.unref();
  }

  stop(): void {
    clearInterval(this.handle);
  }
}

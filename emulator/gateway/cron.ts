import { EmulatorStartError } from '../errors';

/** Allowed values of second, minute, hour, day of month, month, weekday (0 is Sunday) and year; null is any. */
export type Cron = (ReadonlySet<number> | null)[];

const LIMITS: readonly (readonly [number, number])[] = [[0, 59], [0, 59], [0, 23], [1, 31], [1, 12], [0, 7], [1970, 2099]];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const OFFSET_MS = 8 * 3600 * 1000;

/**
 * The platform's timer: seven fields with `,` `-` `*` `/`, and names of months and days.
 * Source: the cloud function documentation of timer triggers.
 * @throws EmulatorStartError
 */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  const refuse = (): never => {
    throw new EmulatorStartError('bad_declaration', `Not a timer of seven fields: "${text}"`);
  };
  if (fields.length !== 7) refuse();
  return fields.map((field, position) => {
    const [low, high] = LIMITS[position] ?? [0, 0];
    if (field === '*' || field === '?') return null;
    const allowed = new Set<number>();
    for (const part of field.split(',')) {
      const [, from = '', to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part) ?? [];
      const first = from === '*' ? low : value(from, position);
      const last = to !== undefined ? value(to, position) : from === '*' || step !== undefined ? high : first;
      const by = step === undefined ? 1 : Number(step);
      if (from === '' || !(first >= low && last <= high && first <= last && by >= 1)) refuse();
      for (let n = first; n <= last; n += by) allowed.add(position === 5 ? n % 7 : n);
    }
    return allowed;
  });
}

function value(text: string, position: number): number {
  const names = position === 4 ? MONTHS : position === 5 ? DAYS : [];
  const found = names.indexOf(text.toUpperCase());
  if (found >= 0) return position === 4 ? found + 1 : found;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

/** Whether a timer fires in the second of `atMs`; timers go by UTC+8. */
export function matchesCron(cron: Cron, atMs: number): boolean {
  const date = new Date(atMs + OFFSET_MS);
  const parts = [date.getUTCSeconds(), date.getUTCMinutes(), date.getUTCHours(), date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay(), date.getUTCFullYear()];
  const matches = parts.map((part, i) => cron[i]?.has(part) ?? true);
  // When both the day of the month and the weekday are given, either is enough.
  const day = cron[3] && cron[5] ? matches[3] || matches[5] : matches[3] && matches[5];
  return Boolean(day) && matches.every((match, i) => i === 3 || i === 5 || match);
}

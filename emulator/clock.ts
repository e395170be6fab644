/**
 * The emulated time. Set to an instant, it moves on from there at the speed of real time: a frozen
 * clock would hide every bug that needs two different timestamps.
 */
export class Clock {
  private offset = 0;

  /** Milliseconds to add to real time. Workers apply the same number to their own `Date`. */
  get offsetMs(): number {
    return this.offset;
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** @param nowMs milliseconds since 1970, or null to follow real time again. */
  set(nowMs: number | null): void {
    this.offset = nowMs === null ? 0 : Math.round(nowMs) - Date.now();
  }
}

const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The only look at the clock. Rules are given the time, they never ask for it. */
export const now = (): number => Date.now()

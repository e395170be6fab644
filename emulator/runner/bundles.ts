import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EmulatorStartError } from '../errors';

export interface TimerTrigger {
  name: string;
  /** Seven fields: second, minute, hour, day, month, weekday, year. */
  config: string;
}

export interface Bundle {
  name: string;
  dir: string;
  timers: TimerTrigger[];
  /** The open APIs that config.json asks for; others are refused with -604101. */
  openapi: string[];
}

/** Finds the functions as they would be deployed: a folder each, with index.js and config.json. */
export function readBundles(functionsDir: string): Map<string, Bundle> {
  if (!existsSync(functionsDir)) throw new EmulatorStartError('functions_missing', `No functions at ${functionsDir}. Build them first.`);
  const bundles = new Map<string, Bundle>();
  for (const entry of readdirSync(functionsDir, { withFileTypes: true })) {
    const dir = path.resolve(functionsDir, entry.name);
    if (!entry.isDirectory() || !existsSync(path.join(dir, 'index.js'))) continue;
    bundles.set(entry.name, { name: entry.name, dir, ...readConfig(path.join(dir, 'config.json')) });
  }
  return bundles;
}

function readConfig(file: string): Pick<Bundle, 'timers' | 'openapi'> {
  if (!existsSync(file)) return { timers: [], openapi: [] };
  let config: unknown;
  try {
    config = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new EmulatorStartError('functions_missing', `Not JSON: ${file}`);
  }
  const permissions = property(config, 'permissions');
  const openapi = property(permissions, 'openapi');
  const triggers = property(config, 'triggers');
  return {
    openapi: Array.isArray(openapi) ? openapi.filter((one): one is string => typeof one === 'string') : [],
    timers: Array.isArray(triggers) ? triggers.flatMap((trigger: unknown) => toTimer(trigger)) : [],
  };
}

function toTimer(trigger: unknown): TimerTrigger[] {
  const name = property(trigger, 'name');
  const config = property(trigger, 'config');
  return property(trigger, 'type') === 'timer' && typeof name === 'string' && typeof config === 'string' ? [{ name, config }] : [];
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

import type { Clock } from '../clock';
import type { Store } from '../documents/store';
import type { FileStore } from '../files/fileStore';
import type { PhoneCodes } from '../openapi/phoneCodes';
import type { Functions } from '../runner/functions';
import type { Sessions } from '../runner/sessions';
import type { FunctionRules } from './rules';

/** Somebody the preview can be used as; what `GET /personas` lists. */
export interface Persona {
  openid: string;
  name: string;
  [detail: string]: unknown;
}

/** What the routes work with. */
export interface Services {
  clock: Clock;
  store: Store;
  files: FileStore;
  functions: Functions;
  sessions: Sessions;
  phoneCodes: PhoneCodes;
  rules: FunctionRules;
  appid: string;
  personas: () => Persona[] | Promise<Persona[]>;
  strict: boolean;
  staticDir: string | null;
  origins: readonly string[];
  /** Where the server listens, without a slash at the end. */
  url: () => string;
  port: () => number;
  log: (line: string) => void;
}

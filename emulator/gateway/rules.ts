import { EmulatorStartError } from '../errors';

/** WeChat's rules for calling functions from a client. `*` is the rule for those not named. */
export type FunctionRules = Record<string, { invoke: boolean | string }>;

/** Every client here is signed in and none is anonymous, so both conditions come to the same. */
const CONDITIONS = ['auth != null', "auth != null && auth.loginType != 'ANONYMOUS'", "auth.loginType != 'ANONYMOUS' && auth != null", "auth.loginType != 'ANONYMOUS'"];

/** @throws EmulatorStartError as the console refuses such rules */
export function checkRules(rules: FunctionRules): void {
  if (!Object.prototype.hasOwnProperty.call(rules, '*')) throw new EmulatorStartError('bad_declaration', 'The rules of functions need an entry for "*".');
  for (const [name, { invoke }] of Object.entries(rules)) {
    if (typeof invoke !== 'boolean' && !CONDITIONS.includes(invoke)) throw new EmulatorStartError('bad_declaration', `The rule of ${name} is not one WeChat knows: ${invoke}`);
  }
}

export function mayInvoke(rules: FunctionRules, name: string, signedIn: boolean): boolean {
  const rule = Object.prototype.hasOwnProperty.call(rules, name) ? rules[name] : rules['*'];
  if (rule === undefined) return false;
  return typeof rule.invoke === 'boolean' ? rule.invoke : signedIn;
}

/** Whether the rules speak of this function by its own name. */
export function isNamed(rules: FunctionRules, name: string): boolean {
  return name !== '*' && Object.prototype.hasOwnProperty.call(rules, name);
}

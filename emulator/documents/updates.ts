import { requestFailed, unknownOperator } from '../errors';
import { compare } from '../values/order';
import { sameValue } from '../values/paths';
import type { Doc, Fields, Value } from '../values/types';
import { isFields, setField } from '../values/types';
import { addToSet, pop, pull, pullAll, push } from './arrays';

/** Gets the value at a field (undefined if missing) and gives the new one; undefined removes the field. */
type Change = (current: Value | undefined, operand: Value, path: string) => Value | undefined;

const number = (current: Value | undefined, operand: Value, path: string, operator: string): [number, number] => {
  if (typeof operand !== 'number') throw requestFailed(`Cannot apply ${operator} with a non-numeric argument: {${path}}`);
  if (current !== undefined && typeof current !== 'number') {
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: {${path}}`);
  }
  return [current ?? 0, operand];
};

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['$set', (_current, operand) => operand],
  ['$unset', () => undefined],
  ['$inc', (current, operand, path) => {
    const [value, by] = number(current, operand, path, '$inc');
    return value + by;
  }],
  ['$mul', (current, operand, path) => {
    const [value, by] = number(current, operand, path, '$mul');
    return value * by;
  }],
  ['$min', (current, operand) => (current === undefined || compare(operand, current) < 0 ? operand : current)],
  ['$max', (current, operand) => (current === undefined || compare(operand, current) > 0 ? operand : current)],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
  ['$pop', pop],
]);

/** These leave a missing field missing instead of creating the way to it. */
const NEVER_CREATE = new Set(['$unset', '$pull', '$pullAll', '$pop']);

/** Refuses what the emulator cannot do before any document is read, and two changes to one path. */
export function checkUpdate(update: Fields): void {
  const paths: string[] = [];
  const operators = Object.entries(update);
  if (operators.length === 0) throw requestFailed('the update is empty');
  for (const [operator, changes] of operators) {
    if (operator !== '$rename' && operator !== '$setOnInsert' && !CHANGES.has(operator)) throw unknownOperator(`the update operator ${operator}`);
    if (!isFields(changes)) throw requestFailed(`Modifiers operate on fields but ${operator} was given something else`);
    for (const path of Object.keys(changes)) {
      const steps = path.split('.');
      if (steps.some((step) => step === '' || step.startsWith('$'))) throw unknownOperator(`the path ${path} in an update`);
      if (steps[0] === '_id') throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
      paths.push(path);
      const target = changes[path];
      if (operator === '$rename' && typeof target === 'string') paths.push(target);
    }
  }
  paths.sort();
  for (const path of paths) {
    if (paths.filter((other) => other === path || other.startsWith(`${path}.`)).length > 1) {
      throw requestFailed(`Updating the path '${path}' would create a conflict at '${path}'`);
    }
  }
}

/**
 * Applies an update that `checkUpdate` has passed.
 * @returns a changed copy, or the very same document if nothing changes.
 */
export function applyUpdate(doc: Doc, update: Fields, inserting = false): Doc {
  const copy = clone(doc) as Doc;
  for (const [operator, changes] of Object.entries(update)) {
    if (!isFields(changes)) continue;
    for (const [path, operand] of Object.entries(changes)) {
      if (operator === '$rename') rename(copy, path, operand);
      else if (operator === '$setOnInsert') {
        if (inserting) change(copy, path, () => operand, true);
      } else {
        const apply = CHANGES.get(operator);
        if (apply) change(copy, path, (current) => apply(current, operand, path), !NEVER_CREATE.has(operator));
      }
    }
  }
  return sameValue(copy, doc) ? doc : copy;
}

function rename(doc: Doc, path: string, operand: Value): void {
  if (typeof operand !== 'string') throw requestFailed('the new name of a $rename is a string');
  let moved: Value | undefined;
  change(doc, path, (current) => {
    moved = current;
    return undefined;
  }, false);
  const value = moved;
  if (value !== undefined) change(doc, operand, () => value, true);
}

function change(root: Doc, path: string, apply: (current: Value | undefined) => Value | undefined, create: boolean): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let parent: Value = root;
  for (const step of steps) {
    const next = child(parent, step);
    if (next === undefined) {
      if (!create) return;
      const made: Fields = {};
      put(parent, step, made, path);
      parent = made;
    } else {
      parent = next;
    }
  }
  if (!isFields(parent) && !Array.isArray(parent)) {
    if (!create) return;
    throw requestFailed(`Cannot create field '${last}' in element {${path}}`);
  }
  const current = child(parent, last);
  const value = apply(current);
  if (value !== undefined) put(parent, last, clone(value), path);
  else if (isFields(parent)) delete parent[last];
  else if (current !== undefined) parent[Number(last)] = null;
}

function child(parent: Value, step: string): Value | undefined {
  if (Array.isArray(parent)) return /^\d+$/.test(step) ? parent[Number(step)] : undefined;
  if (isFields(parent)) return Object.prototype.hasOwnProperty.call(parent, step) ? parent[step] : undefined;
  return undefined;
}

function put(parent: Value, step: string, value: Value, path: string): void {
  if (isFields(parent)) setField(parent, step, value);
  else if (Array.isArray(parent) && /^\d{1,5}$/.test(step)) {
    while (parent.length < Number(step)) parent.push(null);
    parent[Number(step)] = value;
  } else throw requestFailed(`Cannot create field '${step}' in element {${path}}`);
}

export function clone(value: Value): Value {
  if (Array.isArray(value)) return value.map(clone);
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const [key, item] of Object.entries(value)) setField(copy, key, clone(item));
  return copy;
}

import { requestFailed, unknownOperator } from '../errors';
import { compare } from '../values/order';
import { sameValue } from '../values/paths';
import type { Value } from '../values/types';
import { isFields } from '../values/types';
import { matcher } from './matching';

/** The array operators of updates, each from the current value and the operand to the new value. */

function arrayAt(current: Value | undefined, path: string, operator: string): Value[] {
  if (current === undefined) return [];
  if (!Array.isArray(current)) throw requestFailed(`The field '${path}' must be an array for ${operator}`);
  return current;
}

/** The operand is one value, or {$each, $position, $sort, $slice}. */
export function push(current: Value | undefined, operand: Value, path: string): Value {
  const list = [...arrayAt(current, path, '$push')];
  if (!isFields(operand) || !('$each' in operand)) return [...list, operand];
  for (const key of Object.keys(operand)) {
    if (!['$each', '$position', '$sort', '$slice'].includes(key)) throw unknownOperator(`${key} in $push`);
  }
  const { $each: items, $position: position, $sort: order, $slice: slice } = operand;
  if (!Array.isArray(items)) throw requestFailed('The argument to $each in $push must be an array');
  list.splice(typeof position === 'number' ? position : list.length, 0, ...items);
  if (order !== undefined) sortItems(list, order);
  if (typeof slice !== 'number') return list;
  return slice < 0 ? list.slice(slice) : list.slice(0, slice);
}

function sortItems(list: Value[], order: Value): void {
  if (isFields(order)) {
    const keys = Object.entries(order).map(([key, direction]) => ({ steps: key.split('.'), direction: direction === -1 ? -1 : 1 }));
    const at = (item: Value, steps: string[]): Value | undefined =>
      steps.reduce<Value | undefined>((value, step) => (isFields(value) ? value[step] : undefined), item);
    list.sort((a, b) => {
      for (const { steps, direction } of keys) {
        const difference = compare(at(a, steps), at(b, steps)) * direction;
        if (difference !== 0) return difference;
      }
      return 0;
    });
  } else {
    list.sort((a, b) => compare(a, b) * (order === -1 ? -1 : 1));
  }
}

export function addToSet(current: Value | undefined, operand: Value, path: string): Value {
  const list = arrayAt(current, path, '$addToSet');
  const each = isFields(operand) ? operand.$each : undefined;
  const result = [...list];
  for (const item of Array.isArray(each) ? each : [operand]) {
    if (!result.some((present) => sameValue(present, item))) result.push(item);
  }
  return result;
}

export function pull(current: Value | undefined, operand: Value, path: string): Value | undefined {
  if (current === undefined) return undefined;
  const list = arrayAt(current, path, '$pull');
  const byOperators = !isFields(operand) || Object.keys(operand).some((key) => key.startsWith('$'));
  if (byOperators) {
    const test = matcher({ item: operand });
    return list.filter((item) => !test({ item }));
  }
  const test = matcher(operand);
  return list.filter((item) => !isFields(item) || !test(item));
}

export function pullAll(current: Value | undefined, operand: Value, path: string): Value | undefined {
  if (current === undefined) return undefined;
  if (!Array.isArray(operand)) throw requestFailed('$pullAll takes an array');
  return arrayAt(current, path, '$pullAll').filter((item) => !operand.some((unwanted) => sameValue(item, unwanted)));
}

export function pop(current: Value | undefined, operand: Value, path: string): Value | undefined {
  if (current === undefined) return undefined;
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1');
  const list = arrayAt(current, path, '$pop');
  return operand === -1 ? list.slice(1) : list.slice(0, -1);
}

/** A stored value: JSON plus Date and RegExp, which is what the SDK can send. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Fields;

export interface Fields {
  [field: string]: Value;
}

/** A stored document. `_id` is a string or a number, as `doc(id)` accepts. */
export type Doc = Fields & { _id: string | number };

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && !(value instanceof Date) && !(value instanceof RegExp);
}

/** The single way in for object keys from outside, so that `__proto__` is only ever a name. */
export function setField(target: Fields, key: string, value: Value): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    target[key] = value;
  }
}

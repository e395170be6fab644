import { Query } from 'mingo/query';
import type { Fields } from '../values/types';
import { OPTIONS, rename } from './matching';
import { clone } from './updates';
import { refuseUnknown } from './vocabulary';

/** Keeps or drops fields as `field({a: true})` asks; `_id` stays unless it is dropped by name. */
export function project(docs: readonly Fields[], projection: Fields): Fields[] {
  const operators = Object.values(projection).filter((value) => typeof value === 'object');
  operators.forEach((value) => refuseUnknown(value, 'expression'));
  try {
    return new Query<Fields>({}, OPTIONS).find<Fields>(docs.map((doc) => clone(doc)), projection).all();
  } catch (error) {
    throw rename(error);
  }
}

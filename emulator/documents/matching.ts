import { Query } from 'mingo/query';
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import { invalidParameter, unknownOperator } from '../errors';
import { compare, kindOf } from '../values/order';
import { comparands, reach, sameValue } from '../values/paths';
import type { Fields, Value } from '../values/types';
import { isFields } from '../values/types';
import { distanceMetres, isWithin, parseNear, parseWithin, pointOf } from './geo';
import { refuseUnknown } from './vocabulary';

type Test = (doc: Fields) => boolean;
type Operator = (path: string, operand: Value) => Test;

/** A comparison holds between values of one type only: `{a: {$lt: 5}}` never matches a string. */
const ranged = (accept: (difference: number) => boolean): Operator => (path, operand) => {
  const steps = path.split('.');
  const kind = kindOf(operand);
  return (doc) => comparands(doc, steps).some((value) => kindOf(value) === kind && accept(compare(value, operand)));
};

const equals: Operator = (path, operand) => {
  const steps = path.split('.');
  if (operand instanceof RegExp) return regex(path, operand);
  return (doc) => comparands(doc, steps).some((value) => sameValue(value, operand));
};

const regex: Operator = (path, operand) => {
  const steps = path.split('.');
  if (!(operand instanceof RegExp)) throw invalidParameter('$regex takes a regular expression');
  return (doc) => comparands(doc, steps).some((value) => typeof value === 'string' && operand.test(value));
};

const anyOf: Operator = (path, operand) => {
  if (!Array.isArray(operand)) throw invalidParameter('$in and $nin take an array');
  const tests = operand.map((item) => equals(path, item));
  return (doc) => tests.some((test) => test(doc));
};

const allOf: Operator = (path, operand) => {
  if (!Array.isArray(operand)) throw invalidParameter('$all takes an array');
  const tests = operand.map((item) => {
    if (isFields(item) && Object.keys(item)[0] === '$elemMatch') return matcher({ [path]: item });
    return equals(path, item);
  });
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
};

const negate = (operator: Operator): Operator => (path, operand) => {
  const test = operator(path, operand);
  return (doc) => !test(doc);
};

const nearSphere: Operator = (path, operand) => {
  const { centre, minMetres, maxMetres } = parseNear(operand);
  const steps = path.split('.');
  return (doc) => reach(doc, steps).some((value) => {
    const position = pointOf(value);
    if (!position) return false;
    const distance = distanceMetres(centre, position);
    return distance >= minMetres && distance <= maxMetres;
  });
};

const geoWithin = (name: string): Operator => (path, operand) => {
  const shape = parseWithin(name, operand);
  const steps = path.split('.');
  return (doc) => reach(doc, steps).some((value) => {
    const position = pointOf(value);
    return position !== null && isWithin(shape, position);
  });
};

/**
 * mingo's own comparisons order strings by UTF-16 units and look one array deep; these follow
 * MongoDB, and agree with the index keys byte for byte.
 */
const OWN: Record<`$${string}`, Operator> = {
  $eq: equals,
  $ne: negate(equals),
  $in: anyOf,
  $nin: negate(anyOf),
  $gt: ranged((d) => d > 0),
  $gte: ranged((d) => d >= 0),
  $lt: ranged((d) => d < 0),
  $lte: ranged((d) => d <= 0),
  $all: allOf,
  $regex: regex,
  $nearSphere: nearSphere,
  $geoWithin: geoWithin('$geoWithin'),
  $geoIntersects: geoWithin('$geoIntersects'),
};

type Groups = Required<NonNullable<Parameters<typeof Context.init>[0]>>;

export const OPTIONS = {
  context: Context.init({
    accumulator: { ...accumulators } as unknown as Groups['accumulator'],
    expression: { ...expressions } as unknown as Groups['expression'],
    pipeline: { ...pipeline } as unknown as Groups['pipeline'],
    projection: { ...projections } as unknown as Groups['projection'],
    query: { ...queries, ...OWN } as unknown as Groups['query'],
  }),
  scriptEnabled: false,
};

/**
 * Compiles a filter. Unknown operators are refused here, before any document is looked at, so that
 * an empty collection answers the same as a full one.
 */
export function matcher(filter: Fields): Test {
  refuseUnknown(filter, 'query');
  try {
    const query = new Query<Fields>(filter, OPTIONS);
    return (doc) => query.test(doc);
  } catch (error) {
    throw rename(error);
  }
}

/** mingo's own refusals become answers that the SDK understands. */
export function rename(error: unknown): Error {
  if (!(error instanceof Error)) return unknownOperator(String(error));
  return error.name === 'CloudError' ? error : unknownOperator(error.message);
}

import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import { unknownOperator } from '../errors';
import type { Value } from '../values/types';

const QUERY = new Set([
  '$and', '$or', '$nor', '$not', '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$type', '$mod',
  '$regex', '$options', '$all', '$elemMatch', '$size', '$expr', '$bitsAllClear', '$bitsAllSet', '$bitsAnyClear', '$bitsAnySet',
  '$nearSphere', '$geoWithin', '$geoIntersects', '$geometry', '$maxDistance', '$minDistance', '$centerSphere',
]);

/** Operators that run JavaScript from the request, or reach outside the database. */
const SCRIPTS = new Set(['$where', '$function', '$accumulator', '$jsonSchema']);

const EXPRESSION = new Set([...Object.keys(expressions), ...Object.keys(accumulators), ...Object.keys(projections)]);

/** Literal text may begin with $ in these: nothing under them is an operator. */
const QUOTING = new Set(['$literal']);

/** Throws the name of the first operator that is not in the vocabulary. */
export function refuseUnknown(value: Value | undefined, language: 'query' | 'expression'): void {
  if (Array.isArray(value)) {
    value.forEach((item) => refuseUnknown(item, language));
    return;
  }
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp) return;
  for (const [key, item] of Object.entries(value)) {
    if (!key.startsWith('$')) {
      refuseUnknown(item, language);
      continue;
    }
    if (SCRIPTS.has(key)) throw unknownOperator(`${key} (it would run code from the request)`);
    const known = language === 'query' ? QUERY : EXPRESSION;
    if (!known.has(key)) throw unknownOperator(`the ${language} operator ${key}`);
    if (!QUOTING.has(key)) refuseUnknown(item, key === '$expr' ? 'expression' : language);
  }
}

import { Aggregator } from 'mingo/aggregator';
import { invalidParameter, unknownOperator } from '../errors';
import type { Order } from '../values/paths';
import { reach, sortDocs } from '../values/paths';
import type { Doc, Fields, Value } from '../values/types';
import { isFields, setField } from '../values/types';
import { distanceMetres, metres, pointOf } from './geo';
import { matcher, OPTIONS, rename } from './matching';
import type { Cost } from './reader';
import { clone } from './updates';
import { refuseUnknown } from './vocabulary';

export interface Stage {
  name: string;
  value: Value;
}

/** How a pipeline reads collections; each read is counted by the giver. */
export interface Source {
  find(collection: string, filter: Fields, order: Order, skip: number, limit: number): { docs: Doc[]; cost: Cost };
}

/** An aggregation without a `limit` stage answers with this many documents, as the platform does. */
const DEFAULT_LIMIT = 20;

const IN_MEMORY = new Set(['$group', '$project', '$count', '$unwind', '$sample', '$addFields', '$bucket', '$bucketAuto', '$replaceRoot', '$sortByCount']);
const HERE = new Set(['$match', '$sort', '$skip', '$limit', '$lookup', '$geoNear']);

/**
 * Runs a pipeline. The first stages ($match, $sort, $skip, $limit) use the collection's indexes; what
 * follows works in memory.
 */
export function aggregate(source: Source, collection: string, stages: readonly Stage[]): Fields[] {
  stages.forEach(({ name, value }, position) => {
    if (!IN_MEMORY.has(name) && !HERE.has(name)) throw unknownOperator(`the aggregation stage ${name}`);
    if (name === '$geoNear' && position > 0) throw invalidParameter('$geoNear is only valid as the first stage');
    if (IN_MEMORY.has(name)) refuseUnknown(value, 'expression');
    if (name === '$match') matcher(fieldsOf(value, name));
  });
  const limited = stages.some(({ name }) => name === '$limit') ? stages : [...stages, { name: '$limit', value: DEFAULT_LIMIT }];
  const { docs, rest } = first(source, collection, limited);
  return rest.reduce<Fields[]>((current, stage) => run(source, current, stage), docs);
}

function first(source: Source, collection: string, stages: readonly Stage[]): { docs: Fields[]; rest: readonly Stage[] } {
  const [head] = stages;
  if (head?.name === '$geoNear') return { docs: geoNear(source, collection, fieldsOf(head.value, head.name)), rest: stages.slice(1) };
  const filters: Fields[] = [];
  let order: Order = [];
  let skip = 0;
  let limit = Infinity;
  let used = 0;
  for (const { name, value } of stages) {
    if (name === '$match' && order.length === 0 && skip === 0) filters.push(fieldsOf(value, name));
    else if (name === '$sort' && order.length === 0 && skip === 0) order = orderOf(value);
    else if (name === '$skip' && limit === Infinity) skip += whole(value, name);
    else if (name === '$limit') limit = Math.min(limit, whole(value, name));
    else break;
    used += 1;
    if (limit !== Infinity) break;
  }
  const [only] = filters;
  const filter = filters.length > 1 ? { $and: filters } : only ?? {};
  return { docs: source.find(collection, filter, order, skip, limit).docs, rest: stages.slice(used) };
}

function run(source: Source, docs: Fields[], { name, value }: Stage): Fields[] {
  switch (name) {
    case '$match':
      return docs.filter(matcher(fieldsOf(value, name)));
    case '$sort':
      return sortDocs(docs, orderOf(value));
    case '$skip':
      return docs.slice(whole(value, name));
    case '$limit':
      return docs.slice(0, whole(value, name));
    case '$lookup':
      return lookup(source, docs, fieldsOf(value, name));
    default:
      try {
        return new Aggregator([{ [name]: value }], OPTIONS).run<Fields>(docs.map((doc) => clone(doc)));
      } catch (error) {
        throw rename(error);
      }
  }
}

function lookup(source: Source, docs: readonly Fields[], spec: Fields): Fields[] {
  const { from, localField, foreignField, as, ...others } = spec;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw unknownOperator(`${unknown} in $lookup`);
  if (typeof from !== 'string' || typeof localField !== 'string' || typeof foreignField !== 'string' || typeof as !== 'string') {
    throw invalidParameter('$lookup takes from, localField, foreignField and as');
  }
  return docs.map((doc) => {
    const values = reach(doc, localField.split('.')).flatMap((value) => (Array.isArray(value) ? value : [value ?? null]));
    const joined: Fields = { ...doc };
    setField(joined, as, source.find(from, { [foreignField]: { $in: values } }, [], 0, Infinity).docs);
    return joined;
  });
}

function geoNear(source: Source, collection: string, spec: Fields): Fields[] {
  const { near, distanceField, query, minDistance, maxDistance, distanceMultiplier, includeLocs, key, limit, num, spherical, ...others } = spec;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw unknownOperator(`${unknown} in $geoNear`);
  const centre = pointOf(near);
  if (!centre || typeof distanceField !== 'string') throw invalidParameter('$geoNear takes near (a Point) and distanceField');
  if (spherical === false) throw unknownOperator('$geoNear with spherical: false');
  if (typeof key !== 'string') throw invalidParameter('$geoNear takes key, the field with the 2dsphere index');
  const shape: Fields = { $geometry: near ?? null, $minDistance: metres(minDistance, 0) };
  if (maxDistance !== undefined) shape.$maxDistance = metres(maxDistance, Infinity);
  const most = [limit, num].find((one) => typeof one === 'number');
  const filter: Fields = { $and: [isFields(query) ? query : {}, { [key]: { $nearSphere: shape } }] };
  const factor = typeof distanceMultiplier === 'number' ? distanceMultiplier : 1;
  return source.find(collection, filter, [], 0, typeof most === 'number' ? most : Infinity).docs.map((doc) => {
    const result = clone(doc) as Fields;
    const [place] = reach(doc, key.split('.'));
    const position = pointOf(place);
    put(result, distanceField, position ? distanceMetres(centre, position) * factor : null);
    if (typeof includeLocs === 'string') put(result, includeLocs, place ?? null);
    return result;
  });
}

function put(target: Fields, dotted: string, value: Value): void {
  const [head = dotted, ...tail] = dotted.split('.');
  if (tail.length === 0) return setField(target, head, value);
  const inner = target[head];
  const next: Fields = isFields(inner) ? inner : {};
  setField(target, head, next);
  return put(next, tail.join('.'), value);
}

function fieldsOf(value: Value, name: string): Fields {
  if (!isFields(value)) throw invalidParameter(`${name} takes an object`);
  return value;
}

function whole(value: Value, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalidParameter(`${name} takes a whole number, not below 0`);
  return value;
}

/** @throws if a direction is neither 1 nor -1. */
export function orderOf(value: Value): Order {
  if (!isFields(value)) throw invalidParameter('an order is an object');
  return Object.entries(value).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw unknownOperator(`the sort direction of ${field}`);
    return [field, direction] as const;
  });
}

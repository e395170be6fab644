import { CloudError, invalidParameter, requestFailed, unknownOperator } from '../errors';
import { decode, decodeFields, encode } from '../values/ejson';
import type { Doc, Fields } from '../values/types';

import { aggregate, orderOf } from './aggregate';
import type { Stage } from './aggregate';
import { project } from './projection';
import type { Cost } from './reader';
import type { Store } from './store';

export type Body = Record<string, unknown>;
/** Told of every read and write: its collection and its cost. */
export type Meter = (collection: string, filter: Fields, cost: Cost) => void;

type Action = (store: Store, body: Body, now: () => number, meter: Meter) => Record<string, unknown>;

/** The platform gives this many documents when the request names no limit, and never more than the second. */
const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;

const free: Cost = { examined: 0, returned: 0, indexes: [], unindexed: false };

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['database.insertDocument', (store, body, now, meter) => {
    const name = collectionOf(body);
    const texts = Array.isArray(body.data) ? body.data : [];
    const insertedIds = store.collection(name).insert(texts.map((text: unknown) => decodeFields(String(text), now)));
    meter(name, {}, { ...free, returned: insertedIds.length });
    return { insertedIds };
  }],
  ['database.getDocument', (store, body, now, meter) => {
    const name = collectionOf(body);
    const filter = filterOf(body, now);
    const limit = Math.min(count(body.limit, DEFAULT_LIMIT), LARGEST_LIMIT);
    const order = typeof body.order === 'string' && body.order !== '' ? orderOf(decode(body.order)) : [];
    const { rows, cost } = store.collection(name).find(filter, order, count(body.offset, 0), limit);
    meter(name, filter, cost);
    const docs: Fields[] = rows.map(({ doc }) => doc);
    const list = typeof body.projection === 'string' ? project(docs, decodeFields(body.projection)) : docs;
    return { list: list.map(encode), limit, offset: count(body.offset, 0) };
  }],
  ['database.calculateDocument', (store, body, now, meter) => {
    const name = collectionOf(body);
    const filter = filterOf(body, now);
    const { total, cost } = store.collection(name).count(filter);
    meter(name, filter, cost);
    return { total };
  }],
  ['database.modifyDocument', modify],
  ['database.modifyAndReturnDoc', (store, body, now, meter) => {
    const name = collectionOf(body);
    const filter = filterOf(body, now);
    const { updated, docs, cost } = store.collection(name).update(filter, decodeFields(String(body.data), now), false);
    meter(name, filter, cost);
    return { updated, doc: docs[0] ? encode(docs[0]) : null };
  }],
  ['database.removeDocument', (store, body, now, meter) => {
    const name = collectionOf(body);
    const filter = filterOf(body, now);
    const { deleted, cost } = store.collection(name).remove(filter, body.multi === true);
    meter(name, filter, cost);
    return { deleted };
  }],
  ['database.aggregateDocuments', (store, body, now, meter) => {
    const name = collectionOf(body);
    const source = {
      find: (from: string, filter: Fields, order: Parameters<ReturnType<Store['collection']>['find']>[1], skip: number, limit: number): { docs: Doc[]; cost: Cost } => {
        const { rows, cost } = store.collection(from).find(filter, order, skip, limit);
        meter(from, filter, cost);
        return { docs: rows.map(({ doc }) => doc), cost };
      },
    };
    return { list: aggregate(source, name, stagesOf(body, now)).map(encode) };
  }],
  ['database.addCollection', (store, body) => {
    store.createCollection(collectionOf(body));
    return {};
  }],
]);

function modify(store: Store, body: Body, now: () => number, meter: Meter): Record<string, unknown> {
  const name = collectionOf(body);
  const filter = filterOf(body, now);
  const data = decodeFields(String(body.data), now);
  const collection = store.collection(name);
  if (body.merge !== true) {
    if (Object.keys(data).some((key) => key.startsWith('$'))) throw requestFailed('a document that replaces another has no operators');
    const { _id: id } = filter;
    if (typeof id !== 'string' && typeof id !== 'number') throw unknownOperator('replacing documents by anything but _id');
    const { updated, upsertedId, cost } = collection.set(id, data);
    meter(name, filter, { ...cost, returned: 1 });
    return { updated, upsert_id: upsertedId };
  }
  if (body.upsert === true) {
    const { updated, upsertedId, cost } = collection.upsert(filter, data);
    meter(name, filter, cost);
    return { updated, upsert_id: upsertedId };
  }
  const { updated, cost } = collection.update(filter, data, body.multi === true);
  meter(name, filter, cost);
  return { updated, upsert_id: null };
}

/** Answers a `database.*` action. @throws CloudError */
export function databaseAction(store: Store, action: string, body: Body, now: () => number, meter: Meter): Record<string, unknown> {
  if (/Transaction$/.test(action) || (typeof body.transactionId === 'string' && body.transactionId !== '')) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `not supported by the emulator: transactions (${action})`);
  }
  const run = ACTIONS.get(action);
  if (!run) throw unknownOperator(`the action ${action}`);
  return run(store, body, now, meter);
}

function collectionOf(body: Body): string {
  if (typeof body.collectionName !== 'string') throw invalidParameter('collectionName is missing');
  return body.collectionName;
}

function filterOf(body: Body, now: () => number): Fields {
  return typeof body.query === 'string' && body.query !== '' ? decodeFields(body.query, now) : {};
}

function count(value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalidParameter('a limit or offset is a whole number');
  return value;
}

function stagesOf(body: Body, now: () => number): Stage[] {
  if (!Array.isArray(body.stages)) throw invalidParameter('stages is missing');
  return body.stages.map((stage: unknown) => {
    if (typeof stage !== 'object' || stage === null || !('stageKey' in stage) || !('stageValue' in stage)) throw invalidParameter('a stage has stageKey and stageValue');
    return { name: String(stage.stageKey), value: decode(String(stage.stageValue), now) };
  });
}


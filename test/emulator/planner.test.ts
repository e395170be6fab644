import type { Fields, Value } from '../../emulator';
import { Store } from '../../emulator';
import { matcher } from '../../emulator/documents/matching';
import type { Order } from '../../emulator/values/paths';
import { sortDocs } from '../../emulator/values/paths';

/** A small generator with a seed, so that a failure can be run again. */
function randomness(seed: number): { int: (below: number) => number; pick: <T>(list: readonly T[]) => T } {
  let state = seed;
  const int = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return { int, pick: (list) => list[int(list.length)] as (typeof list)[number] };
}

const SCHEMA = {
  collections: {
    docs: {
      indexes: [
        { name: 'aBId', keys: [['a', 1], ['b', -1], ['_id', -1]] as [string, 1 | -1][] },
        { name: 'tagsB', keys: [['tags', 1], ['b', -1]] as [string, 1 | -1][] },
        { name: 'nested', keys: [['n.x', 1], ['a', 1]] as [string, 1 | -1][] },
        { name: 'b', keys: [['b', 1]] as [string, 1 | -1][] },
      ],
    },
  },
};

const VALUES: readonly Value[] = [null, 0, 1, 2, 3, 1.5, -2, 'a', 'b', 'ab', '', '中', '😀', '\uffee', true, false, new Date(0), new Date(5), [], [1, 2], [null], ['a', 'b'], { x: 1 }, [[1]], [{ x: 1 }, { x: 3 }]];

function randomDoc({ int, pick }: ReturnType<typeof randomness>, i: number): Fields {
  const doc: Fields = { _id: `d${i}` };
  if (int(8) > 0) doc.a = int(4) > 0 ? int(4) : pick(VALUES);
  if (int(8) > 0) doc.b = int(4) > 0 ? int(10) : pick(VALUES);
  if (int(4) > 0) doc.tags = Array.from({ length: int(4) }, () => pick(['x', 'y', 'z', 1, null]));
  if (int(3) > 0) doc.n = int(2) > 0 ? { x: int(4) } : Array.from({ length: int(3) }, () => (int(3) > 0 ? { x: int(4) } : int(4)));
  return doc;
}

function randomFilter(source: ReturnType<typeof randomness>, depth = 0): Fields {
  const { int, pick } = source;
  const filter: Fields = {};
  for (let i = int(3) + (depth === 0 ? 0 : 1); i > 0; i -= 1) {
    const field = pick(['a', 'b', 'tags', 'n.x', '_id', 'n']);
    const value = (): Value => (field === '_id' ? `d${int(60)}` : int(3) > 0 ? int(5) : pick(VALUES));
    const operand = (): Value => {
      switch (int(9)) {
        case 0: return { $gt: value() };
        case 1: return { $gte: value(), $lte: value() };
        case 2: return { $lt: value() };
        case 3: return { $in: [value(), value(), value()] };
        case 4: return { $ne: value() };
        case 5: return { $exists: int(2) === 0 };
        case 6: return { $nin: [value()] };
        case 7: return { $all: [value()] };
        default: return value();
      }
    };
    filter[field] = operand();
  }
  if (depth < 2 && int(4) === 0) filter.$or = [randomFilter(source, depth + 1), randomFilter(source, depth + 1)];
  if (depth < 2 && int(6) === 0) filter.$and = [randomFilter(source, depth + 1)];
  return filter;
}

const ORDERS: readonly Order[] = [[], [], [['b', -1]], [['b', 1]], [['b', -1], ['_id', -1]], [['a', 1], ['b', -1]], [['tags', 1]], [['tags', -1], ['b', 1]], [['n.x', -1]], [['_id', 1]], [['_id', -1]]];

describe('the planner', () => {
  const stores: Store[] = [];
  const open = (docs: readonly Fields[]): Store => {
    const store = new Store(':memory:', SCHEMA);
    stores.push(store);
    store.insert('docs', ...docs);
    return store;
  };
  afterEach(() => stores.splice(0).forEach((store) => store.close()));

  test.each([1, 2, 3])('answers any query as a look at every document would (seed %i)', (seed) => {
    const source = randomness(seed * 7919);
    const docs = Array.from({ length: 60 }, (_, i) => randomDoc(source, i)).filter((doc) => {
      // Two arrays in one index multiply; the point here is the reading.
      return JSON.stringify(doc).length < 400;
    });
    const store = open(docs);
    for (let i = 0; i < 200; i += 1) {
      const filter = randomFilter(source);
      const order = source.pick(ORDERS);
      const test = matcher(filter);
      const expected = sortDocs(docs.filter((doc) => test(doc)), order);
      const shown = JSON.stringify({ filter, order });
      const ids = (list: readonly Fields[]): string => JSON.stringify(list.map((doc) => String(doc._id)));
      const all = store.collection('docs').find(filter, order).rows.map(({ doc }) => doc);
      expect(shown + ids([...all].sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1)))).toBe(shown + ids([...expected].sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))));
      if (order.length > 0) {
        // Ties may come in any order: the documents must already be sorted.
        expect(shown + ids(sortDocs(all, order))).toBe(shown + ids(all));
        const some = store.collection('docs').find(filter, order, 2, 5).rows.map(({ doc }) => doc);
        const keys = (list: readonly Fields[]): string => JSON.stringify(list.map((doc) => order.map(([field]) => doc[field.split('.')[0] ?? ''])));
        expect(some.length).toBe(Math.max(0, Math.min(5, expected.length - 2)));
        if (order.some(([field]) => field === '_id')) expect(shown + ids(some)).toBe(shown + ids(expected.slice(2, 7)));
        else if (order.every(([field]) => field === 'b') && !JSON.stringify(some).includes('[')) expect(shown + keys(some)).toBe(shown + keys(expected.slice(2, 7)));
      }
      expect(shown + String(store.count('docs', filter))).toBe(shown + String(expected.length));
    }
  });

  test.each([11, 12])('keeps its indexes right through updates and removals (seed %i)', (seed) => {
    const source = randomness(seed);
    const store = open(Array.from({ length: 40 }, (_, i) => randomDoc(source, i)));
    for (let i = 0; i < 120; i += 1) {
      const id = `d${source.int(40)}`;
      const value = source.pick(VALUES);
      try {
        if (source.int(6) === 0) store.remove('docs', { _id: id });
        else store.update('docs', { _id: id }, source.pick<Fields>([{ $set: { a: value } }, { $set: { b: value } }, { $unset: { tags: '' } }, { $set: { tags: ['x', 'y'] } }, { $set: { n: { x: value } } }]));
      } catch (error) {
        if (!String(error).includes('parallel')) throw error;
      }
      const filter = randomFilter(source);
      const test = matcher(filter);
      const everything = store.find('docs');
      expect(store.count('docs', filter)).toBe(everything.filter((doc) => test(doc)).length);
      expect(store.find('docs', filter).length).toBe(everything.filter((doc) => test(doc)).length);
    }
  });

  describe('with 2,000 documents', () => {
    const build = (): Store => open(Array.from({ length: 2000 }, (_, i) => ({ _id: `m${String(i).padStart(5, '0')}`, a: i % 4, b: i, tags: i % 2 === 0 ? ['*', `t${i % 5}`] : [], n: { x: i % 10 } })));
    const cost = (store: Store, filter: Fields, order: Order, limit: number): { examined: number; returned: number; indexes: string[]; unindexed: boolean } =>
      store.collection('docs').find(filter, order, 0, limit).cost;

    test('a page by equality and order reads the page and no more', () => {
      expect(cost(build(), { a: 1 }, [['b', -1], ['_id', -1]], 20)).toMatchObject({ examined: 20, returned: 20, indexes: ['aBId'] });
    });
    test('a page of what an array holds reads the page and no more', () => {
      expect(cost(build(), { tags: '*' }, [['b', -1]], 20)).toMatchObject({ examined: 20, indexes: ['tagsB'] });
    });
    test('a page after a cursor starts at the cursor', () => {
      const filter: Fields = { a: 1, $or: [{ b: { $lt: 1001 } }, { b: 1001, _id: { $lt: 'm01001' } }] };
      const { rows, cost: used } = build().collection('docs').find(filter, [['b', -1], ['_id', -1]], 0, 20);
      expect(rows[0]?.doc.b).toBe(997);
      expect(used.examined).toBeLessThanOrEqual(22);
    });
    test('several listed values are merged in order without reading the rest', () => {
      const { rows, cost: used } = build().collection('docs').find({ a: { $in: [1, 2] } }, [['b', -1]], 0, 10);
      expect(rows.map(({ doc }) => doc.b)).toEqual([1998, 1997, 1994, 1993, 1990, 1989, 1986, 1985, 1982, 1981]);
      expect(used.examined).toBeLessThanOrEqual(20);
    });
    test('alternatives with an index each are read by their indexes', () => {
      expect(cost(build(), { $or: [{ a: 1, b: 5 }, { _id: 'm00003' }] }, [], 10)).toMatchObject({ examined: 2, returned: 2, unindexed: false });
    });
    test('a count that an index covers reads no document', () => {
      const store = build();
      const { total, cost: used } = store.collection('docs').count({ a: 1, b: { $gte: 1000 } });
      expect([total, used.examined]).toEqual([250, 0]);
    });
    test('a filter without an index is known to have none', () => {
      expect(cost(build(), { missing: 1 }, [], 10)).toMatchObject({ examined: 2000, returned: 0, unindexed: true });
    });
    test('an empty list of values reads nothing', () => {
      expect(cost(build(), { a: { $in: [] } }, [], 10)).toMatchObject({ examined: 0, returned: 0 });
    });
  });
});

import type { Emulator } from '../../emulator';
import { sdk, sdkError, start } from './helpers';

/** What wx-server-sdk may expect of the database. Every body runs in a function with the SDK as published. */
describe('documents through the SDK', () => {
  let emulator: Emulator;
  const run = (body: string, input?: unknown): Promise<unknown> => sdk(emulator, body, input);
  const fail = (body: string): ReturnType<typeof sdkError> => sdkError(emulator, body);

  beforeAll(async () => {
    emulator = await start();
  });
  afterAll(() => emulator.stop());
  beforeEach(() => {
    for (const name of ['things', 'places', 'members']) emulator.store.remove(name, {});
  });

  describe('add and get', () => {
    test('a document comes back with its dates, points and nested values', async () => {
      const value = await run(`
        const { _id } = await db.collection('things').add({ data: { n: 1.5, big: 2 ** 40, when: new Date(86400000), at: db.Geo.Point(113.1, 23.2), list: [1, { deep: null }], '中': '文😀' } });
        const { data } = await db.collection('things').doc(_id).get();
        return [data.n, data.big, data.when instanceof Date, data.when.getTime(), data.at.longitude, data.list, data['中']];`);
      expect(value).toEqual([1.5, 2 ** 40, true, 86400000, 113.1, [1, { deep: null }], '文😀']);
    });
    test('an id that exists is refused with -502001 and E11000', async () => {
      emulator.store.insert('things', { _id: 'x' });
      const error = await fail(`return db.collection('things').add({ data: { _id: 'x' } });`);
      expect(error.errCode).toBe(-502001);
      expect(error.errMsg).toContain('E11000');
    });
    test('getting what is missing throws -1', async () => {
      expect(await fail(`return db.collection('things').doc('none').get();`)).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('does not exist') as string });
    });
    test('a collection that is not declared is refused with -502005', async () => {
      expect((await fail(`return db.collection('nowhere').get();`)).errCode).toBe(-502005);
      expect((await fail(`return db.collection('nowhere').add({ data: {} });`)).errCode).toBe(-502005);
    });
    test('createCollection makes one, and refuses the second time', async () => {
      await run(`await db.createCollection('made'); return db.collection('made').add({ data: { a: 1 } });`);
      expect(emulator.store.count('made')).toBe(1);
      expect((await fail(`return db.createCollection('made');`)).errCode).toBe(-1);
    });
    test('a number can be an id and is not the string', async () => {
      await run(`return db.collection('things').add({ data: { _id: 7, a: 'number' } });`);
      await run(`return db.collection('things').add({ data: { _id: '7', a: 'string' } });`);
      expect(await run(`return (await db.collection('things').doc(7).get()).data.a;`)).toBe('number');
    });
    test('serverDate is the emulated time plus its offset', async () => {
      emulator.setClock(Date.UTC(2030, 0, 1));
      await run(`return db.collection('things').add({ data: { _id: 'd', now: db.serverDate(), later: db.serverDate({ offset: 60000 }), deep: { at: db.serverDate() } } });`);
      emulator.setClock(null);
      const doc = emulator.store.get('things', 'd');
      const now = doc?.now instanceof Date ? doc.now.getTime() : 0;
      expect(Math.abs(now - Date.UTC(2030, 0, 1))).toBeLessThan(5000);
      expect(doc?.later instanceof Date && doc.later.getTime() - now).toBe(60000);
    });
  });

  describe('get with conditions', () => {
    beforeEach(() => emulator.store.insert('things', ...Array.from({ length: 130 }, (_, i) => ({ _id: `t${String(i).padStart(3, '0')}`, a: i % 5, b: i, tags: [`k${i % 3}`, 'all'], inner: { x: i % 2, name: i % 2 ? 'odd' : 'even' } }))));
    const ids = (body: string): Promise<unknown> => run(`return (await db.collection('things')${body}.get()).data.map((one) => one._id);`);

    test('gives 100 documents unless told, and as many as told', async () => {
      expect(await run(`return [(await db.collection('things').get()).data.length, (await db.collection('things').limit(1000).get()).data.length];`)).toEqual([100, 130]);
    });
    test.each([
      ['eq', 'b: _.eq(3)', ['t003']],
      ['a plain value', 'b: 3', ['t003']],
      ['lt', 'b: _.lt(2)', ['t000', 't001']],
      ['lte', 'b: _.lte(1)', ['t000', 't001']],
      ['gt', 'b: _.gt(127)', ['t128', 't129']],
      ['gte', 'b: _.gte(128)', ['t128', 't129']],
      ['gt and lt', 'b: _.gt(3).and(_.lt(6))', ['t004', 't005']],
      ['or on a field', 'b: _.eq(1).or(_.eq(2))', ['t001', 't002']],
      ['in', 'b: _.in([9, 8])', ['t008', 't009']],
      ['nin', 'a: 0, b: _.nin([0, 5]).and(_.lt(12))', ['t010']],
      ['neq', 'a: _.neq(1), b: _.lt(3)', ['t000', 't002']],
      ['not', 'a: _.not(_.eq(1)), b: _.lt(3)', ['t000', 't002']],
      ['exists', 'missing: _.exists(true)', []],
      ['mod', 'b: _.mod(50, 1)', ['t001', 't051', 't101']],
      ['all', "tags: _.all(['k0', 'all']), b: _.lt(4)", ['t000', 't003']],
      ['an element of an array', "tags: 'k1', b: _.lt(5)", ['t001', 't004']],
      ['elemMatch', "tags: _.elemMatch({ $eq: 'k2' }), b: _.lt(3)", ['t002']],
      ['size', 'tags: _.size(2), b: 7', ['t007']],
      ['a dotted path', "'inner.x': 1, b: _.lt(3)", ['t001']],
      ['a nested object', "inner: { name: 'odd' }, b: _.lt(3)", ['t001']],
      ['RegExp', "'inner.name': db.RegExp({ regexp: '^OD', options: 'i' }), b: _.lt(3)", ['t001']],
      ['a literal pattern', "'inner.name': /^ev/, b: _.lt(3)", ['t000', 't002']],
    ])('%s', async (_name, condition, expected) => {
      expect(await ids(`.where({ ${condition} }).orderBy('b', 'asc')`)).toEqual(expected);
    });
    test('or, and, nor between conditions', async () => {
      expect(await ids(`.where(_.or([{ b: 1 }, { b: 4 }])).orderBy('b', 'asc')`)).toEqual(['t001', 't004']);
      expect(await ids(`.where(_.and([{ a: 1 }, _.or([{ b: 1 }, { b: 6 }])])).orderBy('b', 'desc')`)).toEqual(['t006', 't001']);
      expect(await ids(`.where(_.nor([{ b: _.gt(1) }, { a: 1 }]))`)).toEqual(['t000']);
    });
    test('orderBy several fields, skip and limit', async () => {
      expect(await ids(`.where({ a: _.lt(2) }).orderBy('a', 'desc').orderBy('b', 'asc').skip(1).limit(3)`)).toEqual(['t006', 't011', 't016']);
    });
    test('field keeps or drops what it names', async () => {
      const get = (fields: string): Promise<unknown> => run(`return (await db.collection('things').where({ b: 1 }).field(${fields}).get()).data[0];`);
      expect(await get('{ a: true, "inner.name": true }')).toEqual({ _id: 't001', a: 1, inner: { name: 'odd' } });
      expect(await get('{ _id: false, a: true }')).toEqual({ a: 1 });
      expect(await get('{ a: false, b: false, tags: false, inner: false }')).toEqual({ _id: 't001' });
    });
    test('count', async () => {
      expect(await run(`return [(await db.collection('things').count()).total, (await db.collection('things').where({ a: 1, b: _.lt(10) }).count()).total];`)).toEqual([130, 2]);
    });
    test('null finds what is null and what is missing', async () => {
      emulator.store.insert('things', { _id: 'nil', a: null, b: 500 }, { _id: 'gone', b: 501 });
      expect(await ids(`.where({ a: null }).orderBy('b', 'asc')`)).toEqual(['nil', 'gone']);
    });
    test('where drops a condition that is undefined, as the platform does', async () => {
      expect(await run(`return (await db.collection('things').where({ a: undefined, b: 1 }).get()).data.length;`)).toBe(1);
    });
  });

  describe('update, set and remove', () => {
    const after = async (before: string, data: string): Promise<unknown> => {
      await run(`await db.collection('things').doc('u').set({ data: ${before} }); return db.collection('things').doc('u').update({ data: ${data} });`);
      return emulator.store.get('things', 'u');
    };
    test.each([
      ['sets nested fields one by one', '{ o: { a: 1, b: 2 } }', '{ o: { a: 9 } }', { o: { a: 9, b: 2 } }],
      ['_.set replaces the whole', '{ o: { a: 1, b: 2 } }', '{ o: _.set({ a: 9 }) }', { o: { a: 9 } }],
      ['a dotted key', '{ o: { a: 1 } }', '{ "o.b.c": 2 }', { o: { a: 1, b: { c: 2 } } }],
      ['an element by its place', '{ l: [1, 2, 3] }', '{ "l.1": 9 }', { l: [1, 9, 3] }],
      ['inc and mul', '{ n: 1, m: 3 }', '{ n: _.inc(2.5), m: _.mul(2), fresh: _.inc(1) }', { n: 3.5, m: 6, fresh: 1 }],
      ['min and max', '{ n: 5, m: 5 }', '{ n: _.min(3), m: _.max(3) }', { n: 3, m: 5 }],
      ['remove a field', '{ a: 1, b: 2 }', '{ a: _.remove() }', { b: 2 }],
      ['rename', '{ a: 1 }', '{ a: _.rename("z") }', { z: 1 }],
      ['push', '{ l: [1] }', '{ l: _.push([2, 3]) }', { l: [1, 2, 3] }],
      ['push with position, sort and slice', '{ l: [5, 1] }', '{ l: _.push({ each: [3], sort: 1, slice: 2 }) }', { l: [1, 3] }],
      ['push where nothing is', '{ a: 1 }', '{ l: _.push([1]) }', { a: 1, l: [1] }],
      ['unshift', '{ l: [1] }', '{ l: _.unshift([0]) }', { l: [0, 1] }],
      ['pop and shift', '{ l: [1, 2, 3], m: [1, 2, 3] }', '{ l: _.pop(), m: _.shift() }', { l: [1, 2], m: [2, 3] }],
      ['pull a value', '{ l: [1, 2, 1] }', '{ l: _.pull(1) }', { l: [2] }],
      ['pull by a condition', '{ l: [{ n: 1 }, { n: 5 }] }', '{ l: _.pull({ n: _.gt(2) }) }', { l: [{ n: 1 }] }],
      ['pullAll', '{ l: [1, 2, 3] }', '{ l: _.pullAll([1, 3]) }', { l: [2] }],
      ['addToSet', '{ l: [1] }', '{ l: _.addToSet(1), m: _.addToSet({ $each: [1, 1, 2] }) }', { l: [1], m: [1, 2] }],
    ])('%s', async (_name, before, data, expected) => {
      expect(await after(before, data)).toEqual({ _id: 'u', ...expected });
    });
    test('where().update() changes all that match and says how many', async () => {
      emulator.store.insert('things', { _id: '1', a: 1 }, { _id: '2', a: 1 }, { _id: '3', a: 2 });
      expect(await run(`return (await db.collection('things').where({ a: 1 }).update({ data: { a: _.inc(1) } })).stats;`)).toEqual({ updated: 2 });
      expect(emulator.store.count('things', { a: 2 })).toBe(3);
    });
    test('updating what is missing succeeds with 0', async () => {
      expect(await run(`return (await db.collection('things').doc('none').update({ data: { a: 1 } })).stats;`)).toEqual({ updated: 0 });
    });
    test('of two updates on one version, one wins', async () => {
      emulator.store.insert('things', { _id: 'v', version: 1 });
      const results = await Promise.all([1, 2, 3, 4].map(() => run(`return (await db.collection('things').where({ _id: 'v', version: 1 }).update({ data: { version: 2 } })).stats.updated;`)));
      expect(results.sort()).toEqual([0, 0, 0, 1]);
    });
    test('set replaces, or creates', async () => {
      expect(await run(`const one = db.collection('things').doc('s'); return [(await one.set({ data: { a: 1, b: 1 } })).stats, (await one.set({ data: { a: 2 } })).stats];`)).toEqual([{ updated: 0, created: 1 }, { updated: 1, created: 0 }]);
      expect(emulator.store.get('things', 's')).toEqual({ _id: 's', a: 2 });
    });
    test('remove gives how many', async () => {
      emulator.store.insert('things', { _id: '1', a: 1 }, { _id: '2', a: 1 }, { _id: '3', a: 2 });
      expect(await run(`return [(await db.collection('things').where({ a: 1 }).remove()).stats, (await db.collection('things').doc('3').remove()).stats, (await db.collection('things').doc('3').remove()).stats];`)).toEqual([{ removed: 2 }, { removed: 1 }, { removed: 0 }]);
    });
    test('an increment of a text is refused and changes nothing', async () => {
      emulator.store.insert('things', { _id: 't', a: 'text', n: 1 });
      expect((await fail(`return db.collection('things').doc('t').update({ data: { n: _.inc(1), a: _.inc(1) } });`)).errCode).toBe(-502001);
      expect(emulator.store.get('things', 't')).toEqual({ _id: 't', a: 'text', n: 1 });
    });
    test('100 increments at once lose none', async () => {
      emulator.store.insert('things', { _id: 'c', n: 0 });
      await run(`await Promise.all(Array.from({ length: 100 }, () => db.collection('things').doc('c').update({ data: { n: _.inc(1) } })));`);
      expect(emulator.store.get('things', 'c')?.n).toBe(100);
    });
  });

  describe('limits and refusals', () => {
    test('a unique index refuses a second document, and counts a missing field as null', async () => {
      await run(`return db.collection('members').add({ data: { email: 'a@b' } });`);
      expect((await fail(`return db.collection('members').add({ data: { email: 'a@b' } });`)).errMsg).toContain('E11000');
      await run(`return db.collection('members').add({ data: {} });`);
      expect((await fail(`return db.collection('members').add({ data: { other: 1 } });`)).errMsg).toContain('E11000');
      expect(emulator.store.count('members')).toBe(2);
    });
    test('an update into a taken unique value is refused and rolled back', async () => {
      emulator.store.insert('members', { _id: '1', email: 'a' }, { _id: '2', email: 'b' });
      expect((await fail(`return db.collection('members').doc('2').update({ data: { email: 'a' } });`)).errMsg).toContain('E11000');
      expect(emulator.store.get('members', '2')?.email).toBe('b');
      expect(emulator.store.find('members', { email: 'b' })).toHaveLength(1);
    });
    test('an indexed value over 1024 bytes is refused', async () => {
      expect((await fail(`return db.collection('things').add({ data: { a: '长'.repeat(400) } });`)).errMsg).toContain('1024');
      expect(emulator.store.count('things')).toBe(0);
    });
    test.each([
      ['$where', `return db.collection('things').where({ $where: 'true' }).get();`],
      ['$function', `return db.collection('things').where({ $expr: { $function: { body: 'x', args: [], lang: 'js' } } }).get();`],
      ['$fancy', `return db.collection('things').where({ a: { $fancy: 1 } }).get();`],
      ['transactions', `return db.startTransaction();`],
      ['$facet', `return db.collection('things').aggregate()._aggregate._pipe('facet', {}).end().then(() => { throw Object.assign(new Error('$facet got through')); }, (error) => { throw error; });`],
    ])('%s is refused by its name, on an empty collection too', async (name, body) => {
      const error = await fail(body);
      expect(error.errMsg).toContain(name);
      expect(error.errMsg).toContain('not supported');
    });
  });

  describe('geography', () => {
    beforeEach(() => emulator.store.insert('places', ...Array.from({ length: 400 }, (_, i) => ({ _id: `p${i}`, kind: i % 2 ? 'odd' : 'even', location: { type: 'Point', coordinates: [113 + (i % 20) * 0.01, 23 + Math.floor(i / 20) * 0.01] } }))));

    test('geoNear gives the nearest first, within its distances', async () => {
      const found = await run(`return (await db.collection('places').where({ location: _.geoNear({ geometry: db.Geo.Point(113.05, 23.05), minDistance: 500, maxDistance: 1500 }) }).get()).data.map((one) => one._id);`);
      // The four neighbours are 1.02 km (east, west) and 1.11 km (north, south) away; the place itself is nearer than 500 m.
      expect((found as string[]).slice(0, 2).sort()).toEqual(['p104', 'p106']);
      expect((found as string[]).slice(2).sort()).toEqual(['p125', 'p85']);
    });
    test('geoNear with a limit does not read the whole collection', async () => {
      const { requests, result } = await emulator.invoke('sdk', { body: `return (await db.collection('places').where({ kind: 'odd', location: _.geoNear({ geometry: db.Geo.Point(113.05, 23.05) }) }).limit(3).get()).data.length;` });
      expect(result).toEqual({ ok: 3 });
      expect(requests[0]?.examined).toBeLessThan(60);
    });
    test('geoWithin a circle and a polygon', async () => {
      expect(await run(`return (await db.collection('places').where({ location: _.geoWithin({ centerSphere: [db.Geo.Point(113.05, 23.05), 1.2 / 6378.1] }) }).count()).total;`)).toBe(5);
      expect(await run(`
        const corner = (lng, lat) => db.Geo.Point(lng, lat);
        const square = db.Geo.Polygon([db.Geo.LineString([corner(112.995, 22.995), corner(113.025, 22.995), corner(113.025, 23.015), corner(112.995, 23.015), corner(112.995, 22.995)])]);
        return (await db.collection('places').where({ location: _.geoWithin({ geometry: square }) }).count()).total;`)).toBe(6);
    });
    test('near without an index is refused', async () => {
      expect((await fail(`return db.collection('things').where({ spot: _.geoNear({ geometry: db.Geo.Point(1, 1) }) }).get();`)).errMsg).toContain('2dsphere');
    });
    test('aggregate geoNear adds the distance', async () => {
      const list = (await run(`return (await db.collection('places').aggregate().geoNear({ near: db.Geo.Point(113, 23), spherical: true, distanceField: 'metres', key: 'location', query: { kind: 'odd' }, limit: 2 }).end()).list;`)) as { _id: string; metres: number }[];
      expect(list.map((one) => one._id)).toEqual(['p1', 'p21']);
      expect(Math.round((list[0]?.metres ?? 0) / 10)).toBe(102);
    });
  });

  describe('aggregation', () => {
    beforeEach(() => {
      emulator.store.insert('things', ...Array.from({ length: 50 }, (_, i) => ({ _id: `t${String(i).padStart(2, '0')}`, a: i % 5, b: i, tags: ['x', i % 2 ? 'odd' : 'even'], member: `m${i % 3}` })));
      emulator.store.insert('members', { _id: 'm0', email: '0' }, { _id: 'm1', email: '1' });
    });
    const list = async (stages: string): Promise<unknown[]> => (await run(`return (await db.collection('things').aggregate()${stages}.end()).list;`)) as unknown[];

    test('gives 20 documents unless a limit is named', async () => {
      expect(await list('')).toHaveLength(20);
      expect(await list('.limit(30)')).toHaveLength(30);
    });
    test('match, group, sort and project', async () => {
      expect(await list(`.match({ b: _.lt(10) }).group({ _id: '$a', sum: $.sum('$b'), n: $.sum(1), most: $.max('$b') }).sort({ _id: -1 }).limit(2).project({ _id: 0, a: '$_id', sum: 1, n: 1, most: 1 })`))
        .toEqual([{ a: 4, sum: 13, n: 2, most: 9 }, { a: 3, sum: 11, n: 2, most: 8 }]);
    });
    test('unwind and sortByCount', async () => {
      expect(await list(`.unwind('$tags').sortByCount('$tags')`)).toEqual(expect.arrayContaining([{ _id: 'x', count: 50 }, { _id: 'odd', count: 25 }]));
    });
    test('count, skip, addFields and sample', async () => {
      expect(await list(`.match({ a: 1 }).count('n')`)).toEqual([{ n: 10 }]);
      expect(await list(`.sort({ b: 1 }).skip(48).addFields({ twice: $.multiply(['$b', 2]) }).project({ twice: 1 })`)).toEqual([{ _id: 't48', twice: 96 }, { _id: 't49', twice: 98 }]);
      expect(await list(`.sample({ size: 7 })`)).toHaveLength(7);
    });
    test('lookup joins by fields', async () => {
      expect(await list(`.match({ b: _.in([0, 2]) }).sort({ b: 1 }).lookup({ from: 'members', localField: 'member', foreignField: '_id', as: 'who' }).project({ who: 1 })`))
        .toEqual([{ _id: 't00', who: [{ _id: 'm0', email: '0' }] }, { _id: 't02', who: [] }]);
    });
    test('the first match and sort use an index', async () => {
      const { requests } = await emulator.invoke('sdk', { body: `return (await db.collection('things').aggregate().match({ a: 2 }).sort({ b: -1 }).limit(3).end()).list;` });
      expect(requests[0]).toMatchObject({ examined: 3, indexes: ['byA'] });
    });
  });
});

import { propose, rate, type Candidate, type Question } from '../../cloudfunctions/routing/score'

const question: Question = { town: { id: 'hutang', name: '湖塘镇' }, category: { id: 'traffic', name: '道路交通' }, declinedBy: new Set() }
const deputy = (id: string, changes: Partial<Candidate> = {}): Candidate => ({ id, name: `代表${id}`, level: 'district', town: 'lijia', subjects: [], bound: true, ...changes })
const order = (deputies: Candidate[], loads: Record<string, number> = {}, asked = question): string[] =>
  propose(asked, deputies, new Map(Object.entries(loads))).map(({ deputyId }) => deputyId)

describe('routing', () => {
  it('puts the deputy of the place before the one of the subject before anyone else', () => {
    expect(order([deputy('a'), deputy('b', { subjects: ['traffic'] }), deputy('c', { town: 'hutang' })])).toEqual(['c', 'b', 'a'])
  })
  it('changes its proposal with the load', () => {
    const two = [deputy('a', { town: 'hutang' }), deputy('b', { town: 'hutang' })]
    expect(order(two)).toEqual(['a', 'b'])
    expect(order(two, { a: 2 })).toEqual(['b', 'a'])
  })
  it('changes its proposal with the subject', () => {
    const two = [deputy('a', { subjects: ['traffic'] }), deputy('b', { subjects: ['health'] })]
    expect(order(two)).toEqual(['a', 'b'])
    expect(order(two, {}, { ...question, category: { id: 'health', name: '医疗' } })).toEqual(['b', 'a'])
  })
  it('breaks ties by id, whatever the order they came in', () => {
    const three = [deputy('c'), deputy('a'), deputy('b')]
    expect(order(three)).toEqual(['a', 'b', 'c'])
    expect(order([...three].reverse())).toEqual(['a', 'b', 'c'])
  })
  it('puts last whoever gave this message back', () => {
    const two = [deputy('a', { town: 'hutang', subjects: ['traffic'] }), deputy('b')]
    expect(order(two, {}, { ...question, declinedBy: new Set(['a']) })).toEqual(['b', 'a'])
  })
  it('gives its reasons in words, the weightiest first', () => {
    expect(rate(question, deputy('a', { town: 'hutang', subjects: ['traffic'] }), 2).reasons).toEqual(['在湖塘镇，就地就近', '关注道路交通', '手上有 2 件在办'])
  })
  it('gives the same answer to the same question', () => {
    const many = Array.from({ length: 120 }, (_, i) => deputy(`d${i}`, { town: i % 3 ? 'lijia' : 'hutang', subjects: i % 2 ? ['traffic'] : [] }))
    expect(order(many, { d3: 4 })).toEqual(order(many, { d3: 4 }))
    expect(order(many)).toHaveLength(10)
  })
})

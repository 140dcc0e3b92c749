import { plan } from '../src/stages/plan/plan'
import { mix } from 'genesis-datasets/arbitraries'
import { bareLevel, bareTopic } from './support/bareLevel'
import { it } from 'vitest'
it('x', () => {
  const m = mix({ valid: 82, edge_case: 0, adversarial: 18 })
  for (const cap of [1, 2, 5, 10, 20, 30, 100]) for (const count of [100, 250, 300, 500, 1000]) for (const n of [1,2,3, 6]) {
    const cut = bareTopic({ capacity: { easy: cap, medium: cap } } as never)
    const topics = Object.fromEntries(Array.from({length:n},(_, i)=>[`t${i}`, cut]))
    const f2 = plan(bareLevel({ ...topics, big: bareTopic({}) }, m), count)
    for (const g of [f2]) if (g._tag === 'Left') console.log('mix', cap, count, n, g === f2, JSON.stringify(g.left.problems.map(p => [p.path,p.received,p.hint.slice(-20)])))
  }
})

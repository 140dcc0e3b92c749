import type { Sample } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { mutantsOf, labelSourcesOf } from '../../../src/mutate/mutantsOf'
import { keyedRandom } from '../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../src/utils/hash/keyOf'
import { expectAccepted, ANSWERED, INCOMPLETE } from '../../support/expectVerified'

const answered = (expected_output: string, topic = 'plain', token = ''): Sample => {
  const sample = expectAccepted(sums, ANSWERED)
  return { ...sample, expected_output, metadata: { ...sample.metadata, topic, token } }
}
const trap = (token = ''): Sample => {
  const sample = expectAccepted(sums, INCOMPLETE)
  return { ...sample, metadata: { ...sample.metadata, token } }
}

/** Returns the labels of all draws by kind of mutation. */
function labelsOf(sample: Sample, samples: readonly Sample[]): Readonly<Record<string, ReadonlySet<string>>> {
  const labels: Record<string, Set<string>> = {}
  for (let k = 0; k < 60; k++) {
    for (const { mutation, label, sample: of } of mutantsOf(
      sample,
      labelSourcesOf(samples),
      keyedRandom(keyOf('mutants'), { slot: k, attempt: 0 }),
    )) {
      expect(of).toBe(sample)
      labels[mutation] = (labels[mutation] ?? new Set()).add(label)
    }
  }
  return labels
}

describe('mutantsOf', () => {
  it('offers the answers of all other rows of the topic, and of no other topic', () => {
    const [row, ...others] = [answered('4'), answered('5'), answered('4'), answered('6'), answered('7', 'other'), trap()]
    const samples = [row, ...others] as const
    expect(labelsOf(row as Sample, samples as readonly Sample[]).anotherAnswer).toEqual(new Set(['5', '6']))
    expect(labelsOf(others[0] as Sample, samples as readonly Sample[]).anotherAnswer).toEqual(new Set(['4', '6']))
    expect(labelsOf(trap(), samples as readonly Sample[]).answerForRefusal).toEqual(new Set(['4', '5', '6']))
  })

  it('offers every refusal except the row’s own', () => {
    const refusals = ['out of scope', 'error: malformed input', 'contradiction detected', 'insufficient data', 'cannot determine']
    expect(labelsOf(answered('4'), []).refusalForAnswer).toEqual(new Set(refusals))
    expect(labelsOf(trap(), []).anotherRefusal).toEqual(new Set(refusals.filter(text => text !== 'insufficient data')))
  })

  it('offers the answer of the twin that the token names', () => {
    const samples = [answered('4', 'plain', 'one~1'), answered('5', 'plain', 'two~2'), answered('6')]
    expect(labelsOf(trap('two~3'), samples).twinsAnswer).toEqual(new Set(['5']))
    expect(labelsOf(trap('three~3'), samples).twinsAnswer).toBeUndefined()
    expect(labelsOf(trap(), [answered('6')]).twinsAnswer).toBeUndefined()
  })

  it('leaves out what no other row provides', () => {
    expect(Object.keys(labelsOf(answered('4'), [answered('4'), answered('4')]))).toEqual(['smallEdit', 'refusalForAnswer'])
    expect(Object.keys(labelsOf(trap(), [answered('4', 'other')]))).toEqual(['anotherRefusal'])
    expect(Object.keys(labelsOf(answered(''), []))).toEqual(['refusalForAnswer'])
  })
})

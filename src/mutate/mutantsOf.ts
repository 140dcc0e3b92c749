import type * as fc from 'fast-check'
import type { Mutation } from '../model/mutation'
import type { Sample } from '../model/sample'
import { ADVERSARIAL_TYPES, REFUSALS } from '../model/vocabulary'
import { drawAddress } from '../stages/draw/token'
import { smallEdit } from './smallEdit'

/** A row with a label that replaces its own. */
export interface Mutant {
  readonly mutation: Mutation
  readonly sample: Sample
  readonly label: string
}

/** Rows whose labels serve as wrong labels for others. */
export interface LabelSources {
  /** Answered rows, by topic. */
  readonly answered: ReadonlyMap<string, readonly Sample[]>
  /** Answered rows by the address of their draw. */
  readonly twins: ReadonlyMap<string, Sample>
}

/** Collects the answered rows, by topic and by the address of their draw. */
export function labelSourcesOf(samples: readonly Sample[]): LabelSources {
  const answered = new Map<string, Sample[]>()
  const twins = new Map<string, Sample>()
  for (const sample of samples) {
    if (sample.category === 'adversarial') continue
    const { topic, token } = sample.metadata
    const own = answered.get(topic)
    if (own === undefined) answered.set(topic, [sample])
    else own.push(sample)
    if (token !== '') twins.set(drawAddress(token), sample)
  }
  return { answered, twins }
}

/** Returns one mutant per mutation that a row allows. Labels equal to the row's own are omitted. */
export function mutantsOf(sample: Sample, others: LabelSources, random: fc.Random): readonly Mutant[] {
  const { expected_output: own, category, metadata } = sample
  const other = anotherAnswer(own, others.answered.get(metadata.topic) ?? [], random)
  const refusals = ADVERSARIAL_TYPES.map(type => REFUSALS[type]).filter(text => text !== own)
  const refusal = refusals[random.nextInt(0, refusals.length - 1)]
  const labels: readonly (readonly [Mutation, string | undefined])[] =
    category === 'adversarial'
      ? [
          ['anotherRefusal', refusal],
          ['twinsAnswer', others.twins.get(drawAddress(metadata.token))?.expected_output],
          ['answerForRefusal', other],
        ]
      : [
          ['anotherAnswer', other],
          ['smallEdit', smallEdit(own, random)],
          ['refusalForAnswer', refusal],
        ]
  return labels.flatMap(([mutation, label]) => (label === undefined || label === own ? [] : [{ mutation, sample, label }]))
}

function anotherAnswer(own: string, answered: readonly Sample[], random: fc.Random): string | undefined {
  if (answered.length === 0) return undefined
  const start = random.nextInt(0, answered.length - 1)
  for (let offset = 0; offset < answered.length; offset++) {
    const { expected_output: text } = answered[(start + offset) % answered.length] as Sample
    if (text !== own) return text
  }
  return undefined
}

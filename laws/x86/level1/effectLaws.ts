import type { Answered, Draft } from '../../../src/model/draft'
import type { Law } from '../../../src/model/law'
import { law } from '../../law'
import { answeredLaw } from '../../answeredLaw'

/** Observed effects of one instruction, and the effects that the tables of another tool declare. */
export interface ObservedStep {
  readonly text: string
  readonly writes: readonly string[]
  readonly undefinedFlags: readonly string[]
  readonly declared: { readonly writes: ReadonlySet<string>; readonly undefinedFlags: ReadonlySet<string> }
  readonly differences: readonly string[]
}

type StepsOf<Q> = (question: Q) => readonly ObservedStep[]

/** Returns the law `writes.declared`: an instruction writes only what the tables declare as written. */
export const writesDeclared = <Q>(stepsOf: StepsOf<Q>): Law<Draft<Q, string>> =>
  answeredLaw(
    everyStep(
      'writes.declared',
      stepsOf,
      ({ writes, declared }) => writes.filter(name => !declared.writes.has(name)),
      'writes without a declaration',
    ),
  )

/** Instructions that can leave CF undefined, by counts beyond the operand (SDM, volume 2, SAL/SAR/SHL/SHR). The tables omit this. */
const SHIFTS = /^(?:lock )?sh[lr]\b/

/** Returns the law `flags.undefined`: an instruction leaves a flag undefined only if the tables declare it. */
export const flagsUndefined = <Q>(stepsOf: StepsOf<Q>): Law<Draft<Q, string>> =>
  answeredLaw(
    everyStep(
      'flags.undefined',
      stepsOf,
      ({ text, undefinedFlags, declared }) =>
        undefinedFlags.filter(flag => !declared.undefinedFlags.has(flag) && !(flag === 'CF' && SHIFTS.test(text))),
      'leaves undefined without a declaration',
    ),
  )

/** Returns the law `block.composes`: an instruction within a program has the same effects as alone, from the same state. */
export const blockComposes = <Q>(stepsOf: StepsOf<Q>): Law<Draft<Q, string>> =>
  answeredLaw(everyStep('block.composes', stepsOf, ({ differences }) => differences, 'run alone differs in'))

/** Returns the law `inputs.declared`: other values at locations that the tables do not declare as read do not change the answer. */
export const inputsDeclared = <Q>(answerWithOthers: (question: Q) => string): Law<Draft<Q, string>> =>
  answeredLaw(
    law('inputs.declared', ({ question, answer }: Answered<Q, string>) => {
      const other = answerWithOthers(question)
      return other === answer
        ? 'holds'
        : { violated: `with other values at locations that are not read, the answer is ${JSON.stringify(other)}` }
    }),
  )

function everyStep<Q>(
  name: string,
  stepsOf: StepsOf<Q>,
  findViolations: (step: ObservedStep) => readonly string[],
  description: string,
): Law<Answered<Q, string>> {
  return law(name, ({ question }) => {
    for (const step of stepsOf(question)) {
      const found = findViolations(step)
      if (found.length > 0) return { violated: `${step.text} ${description} ${found.join(', ')}` }
    }
    return 'holds'
  })
}

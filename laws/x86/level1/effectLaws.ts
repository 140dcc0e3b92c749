import type { Answered, Draft } from '../../../src/model/draft'
import type { Law } from '../../../src/model/law'
import { law } from '../../law'
import { ofAnswered } from '../../ofAnswered'

/** What one instruction was seen to do, and what another tool's tables declare of it. */
export interface StepBeside {
  readonly text: string
  readonly writes: readonly string[]
  readonly undefinedFlags: readonly string[]
  readonly declared: { readonly writes: ReadonlySet<string>; readonly undefinedFlags: ReadonlySet<string> }
  readonly departures: readonly string[]
}

type StepsOf<Q> = (question: Q) => readonly StepBeside[]

/** `writes.declared`: an instruction writes nothing that the tables do not declare as written. */
export const writesDeclared = <Q>(stepsOf: StepsOf<Q>): Law<Draft<Q, string>> =>
  ofAnswered(
    everyStep(
      'writes.declared',
      stepsOf,
      ({ writes, declared }) => writes.filter(name => !declared.writes.has(name)),
      'writes, undeclared,',
    ),
  )

/** Where the manual leaves more undefined than the tables say: CF, by counts beyond the operand (SDM, volume 2, SAL/SAR/SHL/SHR). */
const SHIFTS = /^(?:lock )?sh[lr]\b/

/** `flags.undefined`: a flag is undefined behind an instruction only where the tables declare it so. */
export const flagsUndefined = <Q>(stepsOf: StepsOf<Q>): Law<Draft<Q, string>> =>
  ofAnswered(
    everyStep(
      'flags.undefined',
      stepsOf,
      ({ text, undefinedFlags, declared }) =>
        undefinedFlags.filter(flag => !declared.undefinedFlags.has(flag) && !(flag === 'CF' && SHIFTS.test(text))),
      'leaves undefined, undeclared,',
    ),
  )

/** `block.composes`: what an instruction does among others is what it does alone from the same state. */
export const blockComposes = <Q>(stepsOf: StepsOf<Q>): Law<Draft<Q, string>> =>
  ofAnswered(everyStep('block.composes', stepsOf, ({ departures }) => departures, 'differs, by itself, in'))

/** `inputs.declared`: with other values at places that the tables do not declare as read, the answer is the same. */
export const inputsDeclared = <Q>(answerWithOthers: (question: Q) => string): Law<Draft<Q, string>> =>
  ofAnswered(
    law('inputs.declared', ({ question, answer }: Answered<Q, string>) => {
      const other = answerWithOthers(question)
      return other === answer ? 'holds' : { violated: `with other values where nothing is read the answer is ${JSON.stringify(other)}` }
    }),
  )

function everyStep<Q>(
  name: string,
  stepsOf: StepsOf<Q>,
  wrong: (step: StepBeside) => readonly string[],
  what: string,
): Law<Answered<Q, string>> {
  return law(name, ({ question }) => {
    for (const step of stepsOf(question)) {
      const found = wrong(step)
      if (found.length > 0) return { violated: `${step.text} ${what} ${found.join(', ')}` }
    }
    return 'holds'
  })
}

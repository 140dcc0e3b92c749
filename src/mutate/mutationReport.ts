import { MUTATIONS, type Mutation, type MutationReport, type Survivor } from '../model/mutation'
import type { Mutant } from './mutantsOf'

/** What the verifiers made of a mutant. */
export type MutantOutcome = 'killed' | 'equivalent' | 'survived'

/** The fates of mutants, counted. */
export function mutationReport(
  level: string,
  seed: string,
  rejectedRows: number,
  judged: readonly { readonly fate: MutantOutcome; readonly mutant: Mutant }[],
): MutationReport {
  const counts = new Map(MUTATIONS.map(name => [name, { mutants: 0, killed: 0, equivalent: 0 }]))
  const survivors: Survivor[] = []
  for (const { fate, mutant } of judged) {
    const { mutation, sample, label } = mutant
    const own = counts.get(mutation) as { mutants: number; killed: number; equivalent: number }
    own.mutants += 1
    if (fate !== 'survived') own[fate] += 1
    else survivors.push({ mutation, id: sample.id, input: sample.input, expected_output: sample.expected_output, mutant: label })
  }
  const killed = judged.filter(({ fate }) => fate === 'killed').length
  const equivalent = judged.filter(({ fate }) => fate === 'equivalent').length
  const killable = judged.length - equivalent
  return {
    level,
    seed,
    rejectedRows,
    mutants: judged.length,
    killed,
    equivalent,
    killRate: killable === 0 ? 0 : killed / killable,
    survivors,
    byMutation: Object.fromEntries(counts) as Readonly<Record<Mutation, { mutants: number; killed: number; equivalent: number }>>,
  }
}

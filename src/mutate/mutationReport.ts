import { MUTATIONS, type Mutation, type MutationReport, type Survivor } from '../model/mutation'
import type { Mutant } from './mutantsOf'

/** Result of verifying a mutant. */
export type MutantOutcome = 'killed' | 'equivalent' | 'survived'

/** Counts the results of mutants, in total and by mutation. */
export function mutationReport(
  level: string,
  seed: string,
  rejectedRows: number,
  judged: readonly { readonly outcome: MutantOutcome; readonly mutant: Mutant }[],
): MutationReport {
  const counts = new Map(MUTATIONS.map(name => [name, { mutants: 0, killed: 0, equivalent: 0 }]))
  const survivors: Survivor[] = []
  for (const { outcome, mutant } of judged) {
    const { mutation, sample, label } = mutant
    const own = counts.get(mutation) as { mutants: number; killed: number; equivalent: number }
    own.mutants += 1
    if (outcome !== 'survived') own[outcome] += 1
    else survivors.push({ mutation, id: sample.id, input: sample.input, expected_output: sample.expected_output, mutant: label })
  }
  const killed = judged.filter(({ outcome }) => outcome === 'killed').length
  const equivalent = judged.filter(({ outcome }) => outcome === 'equivalent').length
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

/** The ways to make a label wrong. */
export const MUTATIONS = ['anotherAnswer', 'smallEdit', 'refusalForAnswer', 'anotherRefusal', 'twinsAnswer', 'answerForRefusal'] as const
/** A way to make a label wrong. */
export type Mutation = (typeof MUTATIONS)[number]

/** A wrong label that the verifiers accepted. */
export interface Survivor {
  readonly mutation: Mutation
  readonly id: string
  readonly input: string
  readonly expected_output: string
  /** The wrong label. */
  readonly mutant: string
}

/** Results of testing the verifiers with wrong labels. */
export interface MutationReport {
  readonly level: string
  readonly seed: string
  /** Number of rows rejected with their own label; mutants of these do not count as killed. */
  readonly rejectedRows: number
  /** Number of wrong labels counted: all made, except rejected ones of rows whose own label is rejected. */
  readonly mutants: number
  /** Number of wrong labels rejected. */
  readonly killed: number
  /** Number of mutants that the generator's side also accepts; they cannot be killed. */
  readonly equivalent: number
  /** Share of killed mutants among those not equivalent, from 0 to 1; 0 if there are none, because nothing was tested. */
  readonly killRate: number
  readonly survivors: readonly Survivor[]
  readonly byMutation: Readonly<Record<Mutation, { readonly mutants: number; readonly killed: number; readonly equivalent: number }>>
}

/** How a label was made wrong. */
export const MUTATIONS = ['anotherAnswer', 'smallEdit', 'refusalForAnswer', 'anotherRefusal', 'twinsAnswer', 'answerForRefusal'] as const
export type Mutation = (typeof MUTATIONS)[number]

/** A wrong label that the verifiers let pass. */
export interface Survivor {
  readonly mutation: Mutation
  readonly id: string
  readonly input: string
  readonly expected_output: string
  /** What stood in the place of the expected output. */
  readonly mutant: string
}

/** What the verifiers made of wrong labels. */
export interface MutationReport {
  readonly level: string
  readonly seed: string
  /** Rows that the verifiers reject as they are: of these no mutant counts as killed. */
  readonly rejectedRows: number
  readonly mutants: number
  readonly killed: number
  /** Mutants that are as right as the label, by the generator's own account: none of these can be killed. */
  readonly equivalent: number
  /** Killed among those that are not equivalent, from 0 to 1; 0 where there are none, for then nothing was shown. */
  readonly killRate: number
  readonly survivors: readonly Survivor[]
  readonly byMutation: Readonly<Record<Mutation, { readonly mutants: number; readonly killed: number; readonly equivalent: number }>>
}

import { either as E } from 'fp-ts'
import type { SplitSample } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import type { WrongLabelFigures } from '../model/manifest'
import type { MutationReport } from '../model/mutation'
import { type FileError, fileError } from '../model/problem'
import { mutateLabels } from '../mutate/mutateLabels'
import { EvenSample } from '../utils/statistics/evenSample'
import { drawKey } from '../stages/draw/drawKey'

/** Number of rows whose labels are mutated: about 900 mutants, which take about a second. */
const MUTATED_ROWS = 300

/** Mutation test of a dataset's labels, on an even sample of the added rows. The order of the rows does not affect the sample. */
export class WrongLabels {
  private readonly sample = new EvenSample<SplitSample>(MUTATED_ROWS, drawKey)

  add(row: SplitSample): void {
    this.sample.add(row)
  }

  /** Runs the verifiers on the mutants; returns their results and the number of sampled rows. */
  report<Q, A>(spec: LevelSpec<Q, A>): E.Either<FileError, { readonly rows: number; readonly mutation: MutationReport }> {
    const samples = this.sample
      .items()
      .map(({ sample }) => sample)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    const mutation = mutateLabels(spec, samples)
    return E.isLeft(mutation) ? E.left(fileError(mutation.left.problems)) : E.right({ rows: samples.length, mutation: mutation.right })
  }

  /** Returns the four numbers of the report that a manifest stores. */
  figures<Q, A>(spec: LevelSpec<Q, A>): E.Either<FileError, WrongLabelFigures> {
    return E.map(({ rows, mutation }: { readonly rows: number; readonly mutation: MutationReport }) => ({
      rows,
      mutants: mutation.mutants,
      killed: mutation.killed,
      equivalent: mutation.equivalent,
    }))(this.report(spec))
  }
}

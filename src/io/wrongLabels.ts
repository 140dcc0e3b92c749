import { either as E } from 'fp-ts'
import type { Placed } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import type { WrongLabelFigures } from '../model/manifest'
import type { MutationReport } from '../model/mutation'
import { type FileError, fileError } from '../model/problem'
import { mutateLabels } from '../mutate/mutateLabels'
import { EvenSample } from '../utils/statistics/evenSample'
import { drawOf } from '../stages/draw/drawOf'

/** Rows whose labels are made wrong: some 900 mutants, in a second or so. */
const MUTATED_ROWS = 300

/** Makes the labels of an even sample of rows wrong, in whatever order they come, and puts them to the verifiers. */
export class WrongLabels {
  private readonly sample = new EvenSample<Placed>(MUTATED_ROWS, drawOf)

  add(placed: Placed): void {
    this.sample.add(placed)
  }

  /** What the verifiers made of them, and of how many rows. */
  report<Q, A>(spec: LevelSpec<Q, A>): E.Either<FileError, { readonly rows: number; readonly mutation: MutationReport }> {
    const samples = this.sample
      .items()
      .map(({ sample }) => sample)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    const mutation = mutateLabels(spec, samples)
    return E.isLeft(mutation) ? E.left(fileError(mutation.left.problems)) : E.right({ rows: samples.length, mutation: mutation.right })
  }

  /** The same in four numbers, as a manifest keeps them. */
  figures<Q, A>(spec: LevelSpec<Q, A>): E.Either<FileError, WrongLabelFigures> {
    return E.map(({ rows, mutation }: { readonly rows: number; readonly mutation: MutationReport }) => ({
      rows,
      mutants: mutation.mutants,
      killed: mutation.killed,
      equivalent: mutation.equivalent,
    }))(this.report(spec))
  }
}

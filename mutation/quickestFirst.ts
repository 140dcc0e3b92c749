import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that build or plan many datasets, grade long outputs, or draw thousands of programs. */
const SLOW =
  /(agreement|assemble|invalidCalls|buildDataset|capacity|controlledRounding|longOutputs|mutateLabels|ownAnswers|settle|shrinking)\.test\.ts$|levels\/level0\//

/** Slow files last, for most mutants are killed before; otherwise in the order of their names. */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const key = ({ moduleId }: TestSpecification): string => `${SLOW.test(moduleId) ? 1 : 0} ${moduleId}`
    return [...files].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  }
}

import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Matches test files that build or plan many datasets, grade long outputs, or draw thousands of programs. */
const SLOW =
  /(agreement|assemble|invalidCalls|buildDataset|capacity|controlledRounding|longOutputs|mutateLabels|ownAnswers|settle|shrinking)\.test\.ts$|levels\/level0\//

/**
 * Sequencer that runs slow files last, because most mutants are killed before. Otherwise files run in the order of their
 * names.
 */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const key = ({ moduleId }: TestSpecification): string => `${SLOW.test(moduleId) ? 1 : 0} ${moduleId}`
    return [...files].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  }
}

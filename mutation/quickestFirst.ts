import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that build or plan many datasets, or grade long outputs. */
const SLOW = /(badCalls|builds|capacity|controlledRounding|longOutputs|mutateLabels|ownAnswers|settledRule|shrinking)\.test\.ts$/

/** Slow files last, for most mutants are killed before; otherwise in the order of their names. */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const key = ({ moduleId }: TestSpecification): string => `${SLOW.test(moduleId) ? 1 : 0} ${moduleId}`
    return [...files].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  }
}

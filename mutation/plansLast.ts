import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files in the order of their names, but those that plan hundreds of datasets last: most mutants are killed before. */
export class PlansLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const key = ({ moduleId }: TestSpecification): string => `${/plan|capacity/.test(moduleId) ? 1 : 0} ${moduleId}`
    return [...files].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  }
}

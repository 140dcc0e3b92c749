import { beforeAll, describe, expect, it } from 'vitest'
import { effectsText, type Told } from './effectsText'
import { labelOf, oracle, skipped } from './nativeOracle'

/** Code, what is told, what is asked, and the label that the manual demands. */
export type Judged = readonly [code: string, told: Told, ask: string, label: string]

/** One test a text, each by its own name; all are judged at once. */
export function judgedTable(title: string, cases: readonly Judged[]): void {
  describe.skipIf(skipped !== '')(title + skipped, () => {
    let labels: readonly string[] = []
    beforeAll(() => {
      labels = oracle(cases.map(([code, told, ask]) => effectsText(code, ask, told))).map(labelOf)
    })
    it.each(cases.map((one, index) => [`${one[0]} ${JSON.stringify(one[1])} ${one[2]}`, one[3], index] as const))('%s', (_, label, index) =>
      expect(labels[index]).toBe(label),
    )
  })
}

import { beforeAll, describe, expect, it } from 'vitest'
import { effectsText, type StatedValues } from './effectsText'
import { labelOf, oracle, skipped } from './nativeOracle'

/** Code, stated values, the request, and the label that the manual requires. */
export type Judged = readonly [code: string, stated: StatedValues, ask: string, label: string]

/** Defines one test per text; the oracle judges all texts in one call. */
export function judgedTable(title: string, cases: readonly Judged[]): void {
  describe.skipIf(skipped !== '')(title + skipped, () => {
    let labels: readonly string[] = []
    beforeAll(() => {
      labels = oracle(cases.map(([code, stated, ask]) => effectsText(code, ask, stated))).map(labelOf)
    })
    it.each(cases.map((one, index) => [`${one[0]} ${JSON.stringify(one[1])} ${one[2]}`, one[3], index] as const))(
      'gives the expected label: %s',
      (_, label, index) => expect(labels[index]).toBe(label),
    )
  })
}

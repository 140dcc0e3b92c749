import { onTestFinished } from 'vitest'
import { known } from '../../../../../arbitraries/x86/interpreter/families/families'
import type { Effect } from '../../../../../arbitraries/x86/interpreter/machine'

/** Has the interpreter do something else for a mnemonic until the test is over: other tests share its tables. */
export function plantEffect(mnemonic: string, faulty: (right: Effect) => Effect): void {
  const entry: { effect: Effect } = known(mnemonic)
  const right = entry.effect
  // A spy would keep every machine that it is called with.
  entry.effect = faulty(right)
  onTestFinished(() => {
    entry.effect = right
  })
}

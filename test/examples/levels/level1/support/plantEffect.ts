import { onTestFinished } from 'vitest'
import { findMnemonic } from '../../../../../arbitraries/x86/interpreter/families/families'
import type { Effect } from '../../../../../arbitraries/x86/interpreter/machine'

/** Changes the effect of a mnemonic until the test ends, since other tests share the tables of the interpreter. */
export function plantEffect(mnemonic: string, faulty: (right: Effect) => Effect): void {
  const entry: { effect: Effect } = findMnemonic(mnemonic)
  const right = entry.effect
  // A spy would retain every machine that it is called with.
  entry.effect = faulty(right)
  onTestFinished(() => {
    entry.effect = right
  })
}

import type { Oracle } from 'genesis-datasets'

/** An oracle with a fault: of some texts it cannot judge. */
export const verdictlessOn =
  <A>(oracle: Oracle<A>, texts: RegExp): Oracle<A> =>
  inputs =>
    oracle(inputs).map((verdict, index) => (texts.test(`${inputs[index]}\n`) ? { _tag: 'CannotJudge', reason: 'a fault' } : verdict))

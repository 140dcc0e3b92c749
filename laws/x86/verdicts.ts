import type { Verdict } from '../../src/model/oracle'

/** Returns the verdict of an oracle that cannot judge a text; the reason is counted with the discards. */
export function cannotJudge(reason: string): Verdict<string> {
  return { _tag: 'CannotJudge', reason }
}

/** Returns the verdict that one answer, and no other text, is right. */
export function onlyAnswer(canonical: string): Verdict<string> {
  return { _tag: 'Answer', canonical, equivalent: answer => answer === canonical }
}

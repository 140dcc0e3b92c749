import type { Verdict } from '../../src/model/oracle'

/** The verdict of an oracle that does not know. */
export function cannotJudge(reason: string): Verdict<string> {
  return { _tag: 'CannotJudge', reason }
}

/** The verdict where one answer alone is right. */
export function onlyAnswer(canonical: string): Verdict<string> {
  return { _tag: 'Answer', canonical, equivalent: answer => answer === canonical }
}

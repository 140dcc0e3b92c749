import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { arm64Words } from '../../../arm64/words'
import { fromTwin } from '../../../fromTwin'
import { hexOf, printQuestion, type Level0Question } from '../questions/question'

/** Declares another instruction set, with real code of it, or asks a question of the next level about the same code. */
export function outOfScope(): FromTwin<Level0Question, string, 'out_of_scope'> {
  const choices = fc.tuple(fc.constantFrom('effects', 'aarch64'), arm64Words(1, 8))
  return fromTwin(choices, ({ question }, [domain, words]) => ({
    witness: { domain },
    input:
      domain === 'effects'
        ? printQuestion({ ...question, task: domain })
        : // A statement about the original bytes would be false for these.
          printQuestion({
            ...question,
            isa: domain,
            end: question.end === undefined ? undefined : question.ip + words.length,
            body: hexOf(words),
            given: '',
          }),
  }))
}

/** Asks a question of the next level about a text, which cannot name another instruction set. */
export function outOfScopeText(): FromTwin<Level0Question, string, 'out_of_scope'> {
  return fromTwin(fc.constant('effects'), ({ question }, domain) => ({
    witness: { domain },
    input: printQuestion(question).replace('task: encode', `task: ${domain}`),
  }))
}

import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { arm64Words } from '../../../arm64/words'
import { fromTwin } from '../../../fromTwin'
import { pairsOf } from '../questions/drawQuestion'
import { printQuestion, type Level1Question } from '../questions/question'
import { insertPart } from './insertedAt'

/** Instructions that only a system may execute (Intel SDM volume 3, Privileged Instructions). */
export const PRIVILEGED = [
  ...['hlt', 'cli', 'sti', 'wrmsr', 'rdmsr', 'invd', 'wbinvd', 'clts', 'swapgs', 'sysretq'],
  ...[
    'mov cr0, rax',
    'mov cr3, rax',
    'mov rax, cr2',
    'mov cr4, rcx',
    'mov dr7, rdx',
    'in al, dx',
    'out dx, al',
    'lidt [rax]',
    'ltr ax',
    'invlpg [rbx]',
  ],
] as const

const WORD_BYTES = 4

/**
 * Declares another instruction set with code of it, declares system code and adds a privileged instruction, or asks a
 * question of the next level.
 */
export function outOfScope(): FromTwin<Level1Question, string, 'out_of_scope'> {
  const choices = fc.tuple(
    fc.constantFrom('dominators', 'aarch64', 'ring0'),
    arm64Words(1, 6),
    fc.constantFrom(...PRIVILEGED),
    fc.nat({ max: 99 }),
  )
  return fromTwin(choices, ({ question }, [domain, words, privileged, position]) => ({
    witness: { domain },
    input: printDeclared(question, domain, words, privileged, position),
  }))
}

function printDeclared(question: Level1Question, domain: string, words: Uint8Array, privileged: string, position: number): string {
  if (domain === 'dominators') return printQuestion({ ...question, task: domain })
  if (domain === 'ring0') return printQuestion({ ...insertPart(question, position, privileged), isa: 'x86-64 ring 0' })
  const code = Array.from(
    { length: words.length / WORD_BYTES },
    (_, word) => `db ${pairsOf(words.subarray(WORD_BYTES * word, WORD_BYTES * (word + 1)))}`,
  )
  // Statements about the original code would be false for this code.
  return printQuestion({ ...question, isa: 'aarch64', code, flag: undefined, given: undefined })
}

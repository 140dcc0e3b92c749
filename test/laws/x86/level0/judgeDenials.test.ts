import { beforeAll, describe, expect, it } from 'vitest'
import { type Disassembler, loadCapstone } from '../../../../laws/x86/capstone/capstone'
import { judge } from '../../../../laws/x86/level0/judge'

let capstone: Disassembler
beforeAll(async () => {
  capstone = await loadCapstone()
})

/** Returns the answer, the name of the refusal, or the reason for no verdict, for `body` under a statement. */
function outcome(isa: string, body: string, given: string): string {
  const isText = body.includes(',')
  const lines = [`task: ${isText ? 'encode' : 'decode'}`, `isa: ${isa}`, 'ip: 0x1000', `${isText ? 'text' : 'bytes'}: ${body}`]
  const [verdict] = judge(capstone)([[...lines, `given: instruction ${given}`].join('\n')])
  if (verdict?._tag === 'Refuse') return verdict.type
  return verdict?._tag === 'Answer' ? verdict.canonical : `cannot judge: ${(verdict as { reason?: string }).reason}`
}

// Every expected result here is derived from the Intel SDM, volume 2, not copied from a decoder.

describe('a denying statement', () => {
  it.each([
    ['x86-64', '48 89 d8', '0 is not add', '0 3 mov rax, rbx'],
    ['x86-64', '48 89 d8', '0 is not mov', 'contradictory'],
    ['x86-64', '48 89 d8', '0 does not have 2 bytes', '0 3 mov rax, rbx'],
    ['x86-64', '48 89 d8', '0 does not have 3 bytes', 'contradictory'],
    ['x86-64', 'mov rax, rbx', '0 is not add', '48 89 d8'],
    ['x86-64', 'mov rax, rbx', '0 is not mov', 'contradictory'],
    // A denial is a claim as well: it is not true merely because the instruction is missing.
    ['x86-64', '48 89 d8', '1 is not mov', 'cannot judge: a statement about an instruction that is not there in full'],
    ['x86-64', 'mov rax, rbx', '0 does not have 2 bytes', 'cannot judge: not a level 0 input'],
  ])('is true or leads to a contradiction: %s %s, instruction %s', (isa, body, given, expected) =>
    expect(outcome(isa, body, given)).toBe(expected),
  )

  it.each([
    ['f7 d0', '0 is not', '0 2 not eax'],
    ['f7 d0', '0 is not not', 'contradictory'],
    ['89 d8', '0 is not not', '0 2 mov eax, ebx'],
  ])('is distinguished from a statement that affirms `not`: %s, instruction %s', (bytes, given, expected) =>
    expect(outcome('x86-64', bytes, given)).toBe(expected),
  )

  // 48 is dec eax in 32-bit code and REX.W in 64-bit code.
  it.each([
    ['48 89 d8', '0 is not dec', '0 3 mov rax, rbx'],
    ['48 89 d8', '0 does not have 1 bytes', '0 3 mov rax, rbx'],
    ['48 89 d8', '0 is not mov', '0 1 dec eax\n1 2 mov eax, ebx'],
    ['48 89 d8', '0 is not inc', 'ambiguous'],
    ['48 89 d8', '0 does not have 2 bytes', 'ambiguous'],
    ['89 d8', '0 is not mov', 'contradictory'],
    ['89 d8', '0 is not add', '0 2 mov eax, ebx'],
  ])('determines the mode if it is true in only one mode: %s, instruction %s', (bytes, given, expected) =>
    expect(outcome('x86', bytes, given)).toBe(expected),
  )
})

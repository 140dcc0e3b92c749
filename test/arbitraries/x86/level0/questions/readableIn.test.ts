import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { bytesOf } from '../../../../../arbitraries/x86/level0/questions/question'
import { readableIn } from '../../../../../arbitraries/x86/level0/questions/readableIn'

let tool: X86Tool
beforeAll(async () => {
  tool = await loadIced()
})

/** Witnesses of traps contain bytes that were not drawn as a program: both decoders must read them alike. */
describe('readableIn', () => {
  it.each([
    ['x86-32', '67 f3 0f ae 60 00', 'a 16-bit address'],
    ['x86-32', '62 f1 f5 0b c2 31 7c', 'a comparison beyond its 32 predicates'],
    ['x86-64', '0f c2 c1 08', 'a comparison beyond its 8 predicates'],
    ['x86-64', '66 ff d0', 'an operand size that a near call does not take'],
    ['x86-64', '48 0f b9 c0', 'a code that the decoders are known to differ on'],
    ['x86-64', '40 90', 'a REX prefix that changes nothing'],
    ['x86-64', '06', 'what is no instruction'],
    ['x86-64', '48 89', 'an instruction that is cut'],
    ['x86', '06', 'what only one of the modes can read'],
  ] as const)('rejects bytes that the decoders may read differently: %s %s (%s)', (isa, bytes, _) => {
    expect(readableIn(tool, isa, bytesOf(bytes), 0x1000)).toBeUndefined()
  })

  it.each([
    ['x86-64', '67 f3 0f ae 60 00', ['ptwrite dword ptr [eax]']],
    ['x86-32', '62 f1 f5 0b c2 31 1f', ['vcmptrue_uspd k6{k3}, xmm1, xmmword ptr [ecx]']],
    ['x86-64', '0f c2 c1 07', ['cmpordps xmm0, xmm1']],
    ['x86', '40 88 c4', ['inc eax', 'mov spl, al']],
    ['x86-64', '3e 89 c0', ['mov eax, eax']],
    ['x86', '89 c0', ['mov eax, eax', 'mov eax, eax']],
  ] as const)('reads bytes in each allowed mode: %s %s', (isa, bytes, texts) => {
    expect(readableIn(tool, isa, bytesOf(bytes), 0x1000)?.map(([first]) => first?.text)).toEqual(texts)
  })
})

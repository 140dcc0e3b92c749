import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { programInBothModes } from '../../../../arbitraries/x86/level0/programs/bothModes'
import { edgeExists, edgeProgram, PROGRAM_EDGES } from '../../../../arbitraries/x86/level0/programs/edges'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { type Program, program } from '../../../../arbitraries/x86/programs/program'
import { type Disassembler, loadCapstone } from '../../../../laws/x86/capstone/capstone'

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const

let tool: X86Tool
let disassembler: Disassembler

beforeAll(async () => {
  tool = await loadIced()
  disassembler = await loadCapstone()
})

/** Returns the number of instructions read, and those that the decoders read differently. */
function disagreements(programs: readonly Program[], bits: 32 | 64): { readonly read: number; readonly found: readonly string[] } {
  const found: string[] = []
  let read = 0
  for (const { bytes, ip, instructions } of programs) {
    for (const { offset, length, text, mnemonic } of instructions) {
      read++
      const reading = disassembler.read(bits, bytes, offset, ip + offset)
      const agree = typeof reading === 'object' && reading.text === text && reading.length === length
      if (!agree || reading.mnemonic !== mnemonic) found.push(`${text} | ${JSON.stringify(reading)}`)
    }
  }
  return { read, found }
}

describe('iced-x86', () => {
  it.each([64, 32] as const)('agrees with capstone on 20,000 instructions of %d-bit programs, down to the text', bits => {
    const programs = DIFFICULTIES.flatMap((difficulty, index) =>
      fc.sample(program(tool, difficulty, { bits }), {
        numRuns: [1500, 1500, 1800][index] as number,
        seed: 20 + index,
      }),
    )
    const { read, found } = disagreements(programs, bits)
    expect(found).toEqual([])
    expect(read).toBeGreaterThanOrEqual(20_000)
  })

  it.each(PROGRAM_EDGES)('agrees with capstone on programs with the edge %s', edge => {
    for (const bits of [64, 32] as const) {
      for (const difficulty of DIFFICULTIES.filter(each => edgeExists(edge, each, bits))) {
        const programs = fc.sample(edgeProgram(tool, edge, difficulty, { bits }), { numRuns: 150, seed: 7 })
        expect(disagreements(programs, bits).found).toEqual([])
      }
    }
  })

  it.each(DIFFICULTIES)('agrees with capstone on %s programs for both modes, in both modes', difficulty => {
    const programs = fc.sample(programInBothModes(tool, difficulty), { numRuns: 300, seed: 3 })
    expect(disagreements(programs, 32).found).toEqual([])
    expect(disagreements(programs, 64).found).toEqual([])
  })
})

describe('capstone', () => {
  it('prints canonical assembly', () => {
    const text = (bits: 32 | 64, hex: string): unknown => {
      const reading = disassembler.read(bits, Uint8Array.from(Buffer.from(hex, 'hex')), 0, 0x40_1000)
      return typeof reading === 'object' ? reading.text : reading
    }
    expect(text(64, '4889d8')).toBe('mov rax, rbx')
    expect(text(64, '4883c0ff')).toBe('add rax, 0xffffffffffffffff')
    expect(text(64, 'd1e0')).toBe('shl eax, 0x1')
    expect(text(64, '48a10807060504030201')).toBe('mov rax, qword ptr [0x102030405060708]')
    expect(text(64, 'f048014500')).toBe('lock add qword ptr [rbp], rax')
    expect(text(64, 'f3a4')).toBe('rep movsb byte ptr [rdi], byte ptr [rsi]')
    expect(text(64, 'd8c1')).toBe('fadd st(0), st(1)')
    expect(text(64, '62f175d958c2')).toBe(undefined)
    expect(text(64, '62f1749958c2')).toBe('vaddps zmm0{k1}{z}, zmm1, zmm2{rn-sae}')
    expect(text(64, '62f1745858400f')).toBe('vaddps zmm0, zmm1, dword ptr [rax + 0x3c]{1to16}')
    expect(text(32, '6aff')).toBe('push 0xffffffff')
    expect(text(64, '2e488b05f0ffffff')).toBe('mov rax, qword ptr [rip - 0x10]')
    expect(text(32, '368b03')).toBe('mov eax, dword ptr ss:[ebx]')
    expect(text(32, '3e8b03')).toBe('mov eax, dword ptr [ebx]')
  })

  it('reports a reason instead of an answer if its reading is unreliable', () => {
    expect(disassembler.read(64, Uint8Array.of(0x66, 0x90), 0, 0)).toMatch(/xchg/)
    expect(disassembler.read(64, Uint8Array.of(0x0f, 0xb9, 0xc0), 0, 0)).toMatch(/operands/)
  })

  it('leaks no memory', () => {
    const bytes = Uint8Array.of(0x48, 0x89, 0xd8)
    const broken = Uint8Array.of(0x06)
    for (let count = 0; count < 5_000; count++) disassembler.read(64, bytes, 0, count)
    const before = process.memoryUsage().rss
    for (let count = 0; count < 100_000; count++) {
      disassembler.read(64, bytes, 0, count)
      disassembler.read(64, broken, 0, count)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000)
  })

  it('recognizes AArch64 code', () => {
    expect(disassembler.readsArm64(Uint8Array.of(0xe0, 0x03, 0x01, 0xaa, 0xc0, 0x03, 0x5f, 0xd6))).toBe(true)
    expect(disassembler.readsArm64(Uint8Array.of(0xe0, 0x03, 0x01, 0xaa, 0xff, 0xff, 0xff, 0xff))).toBe(false)
    expect(disassembler.readsArm64(Uint8Array.of(0xe0, 0x03, 0x01))).toBe(false)
    expect(disassembler.readsArm64(new Uint8Array())).toBe(false)
  })
})

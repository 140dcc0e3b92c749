import { describe, expect, it } from 'vitest'
import type { Disassembler, Reading } from '../../../../laws/x86/capstone/capstone'
import { readProgram, readText } from '../../../../laws/x86/capstone/readProgram'

type Read = (bytes: Uint8Array, offset: number, ip: number) => Reading | string | undefined

const disassembler = (read: Read): Disassembler => ({
  version: 'none',
  readsArm64: () => false,
  read: (_, bytes, offset, ip) => read(bytes, offset, ip),
})
/** Reads every byte except 00 as an instruction of that length, if all of its bytes are present. */
const counted: Read = (bytes, offset, ip) => {
  const length = bytes[offset] ?? 0
  return length > 0 && offset + length <= bytes.length ? { length, text: `i${length} at ${ip}`, mnemonic: `i${length}` } : undefined
}
const program = (read: Read, ...bytes: number[]) => readProgram(disassembler(read), 64, Uint8Array.from(bytes), 0x1000)
/** Reads completed instructions of fifteen bytes only. */
const completed =
  (of: (bytes: Uint8Array) => Reading | string | undefined): Read =>
  bytes =>
    bytes.length === 15 ? of(bytes) : undefined

describe('readProgram', () => {
  it('reads one instruction after another, each at its address', () => {
    expect(program(counted, 2, 0, 1, 3, 0, 0)).toEqual({
      _tag: 'Whole',
      instructions: [
        { offset: 0, length: 2, text: 'i2 at 4096', mnemonic: 'i2' },
        { offset: 2, length: 1, text: 'i1 at 4098', mnemonic: 'i1' },
        { offset: 3, length: 3, text: 'i3 at 4099', mnemonic: 'i3' },
      ],
    })
    expect(readText(disassembler(counted), 64, Uint8Array.of(1, 1), 0)).toBe('i1 at 0\ni1 at 1')
  })

  it('reports a cut program if the last instruction lacks bytes; such a program has no text', () => {
    expect(program(counted, 1, 3, 0)).toMatchObject({ _tag: 'Cut', instructions: [{ offset: 0, length: 1 }] })
    expect(readText(disassembler(counted), 64, Uint8Array.of(1, 3, 0), 0)).toBeUndefined()
  })

  it('reports malformed bytes if no continuation is readable, or if fifteen bytes are present', () => {
    expect(program(counted, 1, 0, 0)).toEqual({ _tag: 'Malformed', at: 1 })
    expect(program(counted, 1, 16, ...Array<number>(14).fill(0))).toEqual({ _tag: 'Malformed', at: 1 })
    expect(program(counted, 16, ...Array<number>(20).fill(0))).toEqual({ _tag: 'Malformed', at: 0 })
  })

  it('accepts no instruction of more than fifteen bytes', () => {
    const long: Read = () => ({ length: 16, text: 'long', mnemonic: 'long' })
    expect(program(long, ...Array<number>(16).fill(1))).toEqual({ _tag: 'Malformed', at: 0 })
    expect(program(long, 1)).toEqual({ _tag: 'Unjudged', reason: 'an instruction reads differently when bytes follow it' })
  })

  it('gives no judgement if a difference is known for the program or for all continuations', () => {
    expect(program(() => 'known to differ', 1)).toEqual({ _tag: 'Unjudged', reason: 'known to differ' })
    let calls = 0
    const differing = completed(() => `difference ${calls++}`)
    expect(program(differing, 0x48)).toEqual({ _tag: 'Unjudged', reason: 'difference 0' })
    expect(calls).toBeGreaterThan(1)
    const one = completed(bytes => (bytes[1] === 0x90 ? 'known to differ' : undefined))
    expect(program(one, 0x48)).toEqual({ _tag: 'Unjudged', reason: 'known to differ' })
  })

  it('gives no judgement if an instruction does not become longer with more bytes behind it', () => {
    const shorter = completed(() => ({ length: 2, text: 'short', mnemonic: 'short' }))
    expect(program(shorter, 0x89, 0x04)).toEqual({ _tag: 'Unjudged', reason: 'an instruction reads differently when bytes follow it' })
    expect(program(shorter, 0x89)).toEqual({ _tag: 'Cut', instructions: [] })
  })

  it('completes a cut program with bytes directly behind it, then zeros', () => {
    const seen: (readonly number[])[] = []
    program(
      completed(bytes => {
        seen.push([...bytes])
        return undefined
      }),
      0x48,
    )
    expect(seen.every(([first]) => first === 0x48)).toBe(true)
    expect(seen).toContainEqual([0x48, 0x90, ...Array<number>(13).fill(0)])
    expect(seen).toContainEqual([0x48, ...Array<number>(14).fill(0)])
  })
})

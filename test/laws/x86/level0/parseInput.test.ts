import { describe, expect, it } from 'vitest'
import { bytesOf, parseInput } from '../../../../laws/x86/level0/parseInput'

describe('bytesOf', () => {
  it('reads bytes from pairs of digits', () => {
    expect([...bytesOf('00 09 0a 0f 90 a0 f9 ff')]).toEqual([0x00, 0x09, 0x0a, 0x0f, 0x90, 0xa0, 0xf9, 0xff])
    expect([...bytesOf('7f')]).toEqual([0x7f])
  })
})

describe('parseInput', () => {
  const input = (parts: Readonly<Record<string, string>>): string =>
    Object.entries(parts)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')
  const base = { task: 'decode', isa: 'x86-64', ip: '0x401000', bytes: '48 89 d8' }

  const { bytes, ...front } = base

  it('reads all parts of an input', () => {
    const header = { modes: [64], ip: 0x40_1000, end: undefined, claim: undefined }
    expect(parseInput(input(base))).toEqual({ ...header, task: 'decode', bytes: Uint8Array.of(0x48, 0x89, 0xd8) })
    expect(parseInput(input({ ...base, isa: 'x86', given: 'instruction 12 is mov' }))).toMatchObject({
      modes: [32, 64],
      claim: { _tag: 'Mnemonic', instruction: 12, mnemonic: 'mov', denied: false },
    })
    expect(parseInput(input({ ...base, given: 'instruction 0 has 15 bytes' }))).toMatchObject({
      claim: { _tag: 'Length', instruction: 0, length: 15, denied: false },
    })
    expect(parseInput(input({ ...base, task: 'classify', classes: 'shift, control_flow' }))).toEqual({
      ...header,
      task: 'classify',
      bytes: Uint8Array.of(0x48, 0x89, 0xd8),
      classes: ['shift', 'control_flow'],
    })
    const text = { ...front, task: 'encode', text: 'push %3' }
    expect(parseInput(input(text))).toEqual({ ...header, task: 'encode', text: 'push %3', named: new Map() })
    const named = parseInput(input({ ...text, where: '3 = rax, 0 = 0x1', given: 'instruction 0 is push' }))
    expect(named).toMatchObject({
      named: new Map([
        ['3', 'rax'],
        ['0', '0x1'],
      ]),
      claim: { mnemonic: 'push' },
    })
    for (const body of [{ bytes: '06' }, { text: 'ret' }, { text: 'push %3', where: '3 = rax' }])
      expect(parseInput(input({ ...front, task: 'effects', ...body }))).toEqual({ task: 'out_of_scope' })
    expect(parseInput(input({ ...front, end: '0x401003', bytes }))).toMatchObject({ ip: 0x40_1000, end: 0x40_1003 })
    expect(parseInput(input({ ...base, isa: 'aarch64' }))).toEqual({ task: 'out_of_scope' })
  })

  it.each([
    ['instruction 3 is not mov', { _tag: 'Mnemonic', instruction: 3, mnemonic: 'mov', denied: true }],
    ['instruction 3 is not', { _tag: 'Mnemonic', instruction: 3, mnemonic: 'not', denied: false }],
    ['instruction 3 is not not', { _tag: 'Mnemonic', instruction: 3, mnemonic: 'not', denied: true }],
    ['instruction 0 does not have 15 bytes', { _tag: 'Length', instruction: 0, length: 15, denied: true }],
  ] as const)('reads an affirming or denying statement: %s', (given, claim) =>
    expect(parseInput(input({ ...base, given }))).toMatchObject({ claim }),
  )

  it.each<[string, Readonly<Record<string, string>>]>([
    ['an address beyond exact numbers', { ...base, ip: '0xfffffffffffff1' }],
    ['an address of thirteen digits more', { ...base, ip: '0x12345678901234' }],
    ['an address in capitals', { ...base, ip: '0xA' }],
    ['an address with more behind it', { ...base, ip: '0x1000 ' }],
    ['an address of 32-bit code above 4 GiB', { ...base, isa: 'x86', ip: '0x100000000' }],
    ['an end in decimal', { ...front, end: '4198403', bytes }],
    ['an end in capitals', { ...front, end: '0x40100A', bytes }],
    ['an end of 32-bit code above 4 GiB', { ...front, isa: 'x86', end: '0x100000001', bytes }],
    ['an end behind the bytes', { ...base, end: '0x401003' }],
    ['a number that is listed twice', { ...front, task: 'encode', text: 'push %3', where: '3 = rax, 3 = rbx' }],
    ['a number of two digits', { ...front, task: 'encode', text: 'push %3', where: '13 = rax' }],
    ['a number that is nothing', { ...front, task: 'encode', text: 'push %3', where: '3 = ' }],
    ['numbers without a blank between', { ...front, task: 'encode', text: 'push %3', where: '3 = rax,4 = rbx' }],
    ['a number that is memory', { ...front, task: 'encode', text: 'push %3', where: '3 = [rax]' }],
    ['a number that is a word', { ...front, task: 'encode', text: 'push %3', where: '3 = hello' }],
    ['a number in decimal', { ...front, task: 'encode', text: 'push %3', where: '3 = 12' }],
    ['a number that is another', { ...front, task: 'encode', text: 'push %3', where: '3 = %4' }],
    ['a number that is an operand and more', { ...front, task: 'encode', text: 'push %3', where: '3 = rax; ret' }],
    ['numbers beside bytes', { ...base, where: '3 = rax' }],
    ['numbers after the statement', { ...front, task: 'encode', text: 'push %3', given: 'instruction 0 is push', where: '3 = rax' }],
    ['an end of a text', { ...front, task: 'encode', end: '0x401003', text: 'ret' }],
    ['bytes with more before them', { ...base, bytes: ' 48' }],
    ['bytes with more behind them', { ...base, bytes: '48 8' }],
    ['bytes of three digits', { ...base, bytes: '480' }],
    ['classes with a blank too many', { ...base, task: 'classify', classes: 'shift,  flag' }],
    ['classes with a comma at the end', { ...base, task: 'classify', classes: 'shift, ' }],
    ['classes with a comma at the start', { ...base, task: 'classify', classes: ', shift' }],
    ['no classes', { ...base, task: 'classify', classes: '' }],
    ['classes where none are asked for', { ...base, classes: 'shift' }],
    ['a statement with more behind it', { ...base, given: 'instruction 0 is mov.' }],
    ['a statement with more before it', { ...base, given: 'an instruction 0 is mov' }],
    ['a statement about a name in capitals', { ...base, given: 'instruction 0 is Mov' }],
    ['a statement that denies twice', { ...base, given: 'instruction 0 is not not mov' }],
    ['a statement that denies half', { ...base, given: 'instruction 0 has not 3 bytes' }],
    ['a denial about no bytes', { ...base, given: 'instruction 0 does not have 0 bytes' }],
    ['a statement about no bytes', { ...base, given: 'instruction 0 has 0 bytes' }],
    ['a statement about a thousand bytes', { ...base, given: 'instruction 0 has 1000 bytes' }],
    ['a statement about instruction 10000', { ...base, given: 'instruction 10000 is mov' }],
    ['something after the last line', { ...base, more: '' }],
  ])('rejects %s', (_, parts) => expect(parseInput(input(parts))).toBeUndefined())

  it('accepts the largest addresses', () => {
    expect(parseInput(input({ ...base, ip: '0x1fffffffffffff' }))).toBeUndefined()
    expect(parseInput(input({ ...base, ip: '0xfffffffffffff' }))).toMatchObject({ ip: 0xf_ffff_ffff_ffff })
    expect(parseInput(input({ ...base, ip: '0x0' }))).toMatchObject({ ip: 0 })
    expect(parseInput(input({ ...base, isa: 'x86-32', ip: '0xffffffff' }))).toMatchObject({ ip: 0xffff_ffff })
    const ending = (isa: string, end: string) => parseInput(input({ ...front, isa, end, bytes }))
    expect(ending('x86-32', '0x100000000')).toMatchObject({ end: 0x1_0000_0000 })
    expect(ending('x86-64', '0x10000000000000')).toMatchObject({ end: 0x10_0000_0000_0000 })
    expect(ending('x86-64', '0x10000000000001')).toBeUndefined()
  })
})

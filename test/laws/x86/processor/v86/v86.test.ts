import { beforeAll, describe, expect, it } from 'vitest'
import {
  CODE_END,
  CODE_START,
  DATA_END,
  DATA_START,
  type Ending,
  FLAG_BITS,
  type Processor,
  type Result,
  TRACED_STEPS,
  WINDOW_BYTES,
} from '../../../../../laws/x86/processor/processor'
import { loadV86 } from '../../../../../laws/x86/processor/v86/v86'
import { readWasmFile } from '../../../../../laws/x86/processor/v86/wasmFile'
import { INSTRUCTIONS } from '../support/v86Cases'
import { type Given, type RegisterName, registerOf, runOf, WINDOW } from '../support/v86Runs'

const { CF, ZF, SF, DF, OF } = FLAG_BITS
const START = BigInt(CODE_START)

const missing = await readWasmFile().then(
  () => '',
  ({ message }: Error) => ` (skipped: ${message})`,
)

describe.skipIf(missing !== '')(`v86${missing}`, () => {
  let processor: Processor
  beforeAll(async () => {
    processor = await loadV86()
  })

  const run = (instructions: readonly (readonly number[])[], given?: Given): Result | undefined =>
    processor.run([runOf(instructions, given)])[0]
  const endingOf = (instructions: readonly (readonly number[])[], given?: Given): Ending | undefined => run(instructions, given)?.ending

  it('reports its version', () => expect(processor.version).toBe('v86 0.5.462'))

  it.each(INSTRUCTIONS)('executes %s', (_, bytes, given, registers, flags, undefinedFlags) => {
    const result = run([bytes], given)
    expect(result?.ending).toEqual({ _tag: 'Left', to: START + BigInt(bytes.length) })
    for (const [name, value] of Object.entries(registers)) expect(registerOf(result, name as RegisterName)).toBe(value)
    expect((result?.last.flags ?? 0) & ~undefinedFlags).toBe(flags)
  })

  it('multiplies and divides', () => {
    const product = run([[0xf7, 0xe3]], { registers: { rax: 0xffff_ffffn, rbx: 0xffff_ffffn } })
    expect([registerOf(product, 'rdx'), registerOf(product, 'rax')]).toEqual([0xffff_fffen, 1n])
    expect((product?.last.flags ?? 0) & (CF | OF)).toBe(CF | OF)
    const quotient = run([[0xf7, 0xf3]], { registers: { rdx: 1n, rax: 5n, rbx: 16n } })
    expect([registerOf(quotient, 'rax'), registerOf(quotient, 'rdx')]).toEqual([0x1000_0000n, 5n])
  })

  it('keeps r8 to r15 whole, and all registers before a fault', () => {
    const given = { registers: { rax: 3n, r8: 0xffff_ffff_ffff_ffffn, r15: 1n << 63n }, flags: CF | SF }
    const result = run([[0xf7, 0xf3]], given)
    expect(result?.ending).toEqual({ _tag: 'Fault', fault: '#DE', at: START, address: 0n })
    expect(result?.last).toEqual({ registers: runOf([], given).registers, flags: CF | SF, next: START })
    expect(result?.steps).toEqual([])
  })

  it('faults at ud2 after the instructions before it', () => {
    const result = run([
      [0xff, 0xc0],
      [0x0f, 0x0b],
    ])
    expect(result?.ending).toEqual({ _tag: 'Fault', fault: '#UD', at: START + 2n, address: 0n })
    expect(result?.steps).toHaveLength(1)
  })

  const MOV_LOAD = [0x8b, 0x03] // mov eax, [rbx]
  const MOV_STORE = [0x89, 0x03] // mov [rbx], eax

  it.each([
    ['reads below the page', MOV_LOAD, DATA_START - 4, DATA_START - 4],
    ['reads over its start', MOV_LOAD, DATA_START - 2, DATA_START - 2],
    ['reads over its end', MOV_LOAD, DATA_END - 1, DATA_END],
    ['writes over its end', MOV_STORE, DATA_END - 1, DATA_END],
    ['writes behind the page', MOV_STORE, DATA_END, DATA_END],
    ['writes to code', MOV_STORE, CODE_START, CODE_START],
    ['reads behind code', MOV_LOAD, CODE_END, CODE_END],
    ['reads what the machine keeps for itself', MOV_LOAD, 0x1000, 0x1000],
    ['reads at zero', MOV_LOAD, 0, 0],
    ['adds to code', [0x01, 0x03], CODE_START + 8, CODE_START + 8],
  ])('faults if it %s', (_, instruction, rbx, address) => {
    const result = run([instruction], { registers: { rax: 1n, rbx: BigInt(rbx) } })
    expect(result?.ending).toEqual({ _tag: 'Fault', fault: '#PF', at: START, address: BigInt(address) })
    expect(result?.memory).toEqual(new Uint8Array(WINDOW_BYTES))
    expect(result?.strayed).toBe(false)
  })

  it('reads code with int3 around it', () => {
    const read = (address: number) => registerOf(run([MOV_LOAD], { registers: { rbx: BigInt(address) } }), 'rax')
    expect(read(CODE_START)).toBe(0xcccc_038bn)
    expect(read(CODE_END - 4)).toBe(0xcccc_ccccn)
  })

  it('reads and writes the window, and reports changes outside', () => {
    const memory = Uint8Array.from({ length: WINDOW_BYTES }, (_, index) => index)
    const inside = run([[0x01, 0x43, 0x10]], { registers: { rbx: BigInt(WINDOW), rax: 0x0101_0101n }, memory })
    expect(inside?.memory.subarray(0x10, 0x15)).toEqual(Uint8Array.of(0x11, 0x12, 0x13, 0x14, 0x14))
    expect(inside?.strayed).toBe(false)
    expect(registerOf(run([MOV_LOAD], { registers: { rbx: BigInt(DATA_START) } }), 'rax')).toBe(0x5a5a_5a5an)
    for (const address of [DATA_START, WINDOW - 1, WINDOW + WINDOW_BYTES, DATA_END - 4]) {
      expect(run([MOV_STORE], { registers: { rbx: BigInt(address) } })?.strayed).toBe(true)
    }
    expect(run([[0x88, 0x03]], { registers: { rax: 0x5an, rbx: BigInt(DATA_START) } })?.strayed).toBe(false)
  })

  it('moves strings, in both directions', () => {
    const registers = { rsi: BigInt(WINDOW), rdi: BigInt(WINDOW + 8) }
    const memory = Uint8Array.from({ length: WINDOW_BYTES }, (_, index) => index)
    const forwards = run([[0xa5]], { registers, memory })
    expect([registerOf(forwards, 'rsi'), registerOf(forwards, 'rdi'), forwards?.memory[9]]).toEqual([
      registers.rsi + 4n,
      registers.rdi + 4n,
      1,
    ])
    const backwards = run([[0xa4]], { registers, memory, flags: DF })
    expect([registerOf(backwards, 'rsi'), registerOf(backwards, 'rdi')]).toEqual([registers.rsi - 1n, registers.rdi - 1n])
  })

  it('takes a branch or falls through', () => {
    const JNE = [0x75, 0x70]
    expect(endingOf([JNE])).toEqual({ _tag: 'Left', to: START + 0x72n })
    expect(endingOf([JNE], { flags: ZF })).toEqual({ _tag: 'Left', to: START + 2n })
    expect(endingOf([[0x0f, 0x84, 0, 0, 0, 0x80]], { flags: ZF })).toEqual({
      _tag: 'Left',
      to: BigInt.asUintN(64, START + 6n - (1n << 31n)),
    })
    expect(endingOf([[0xeb, 0xff], [0xc0]])).toEqual({ _tag: 'Left', to: START + 1n })
  })

  it('runs a loop until its budget is exhausted', () => {
    const result = run([[0xeb, 0xfe]], { budget: 1000 })
    expect(result?.ending).toEqual({ _tag: 'Endless' })
    expect(result?.steps).toHaveLength(TRACED_STEPS)
    const counted = run(
      [
        [0xff, 0xc0],
        [0xeb, 0xfc],
      ],
      { budget: 51 },
    )
    expect([registerOf(counted, 'rax'), counted?.last.next]).toEqual([26n, START + 2n])
    expect(endingOf([[0xff, 0xc0]], { budget: 1 })).toEqual({ _tag: 'Left', to: START + 2n })
    expect(endingOf([[0xff, 0xc0]], { budget: 0 })).toEqual({ _tag: 'Endless' })
  })

  it('stops immediately if no instruction starts there', () => {
    const result = run([[0xff, 0xc0]], { starts: [1] })
    expect(result?.ending).toEqual({ _tag: 'Left', to: START })
    expect(result?.steps).toEqual([])
    expect(result?.last.next).toBe(START)
  })

  it('passes forced flags to the next instruction and reports none', () => {
    const code = [[0xf9], [0x0f, 0x92, 0xc0], [0x0f, 0x90, 0xc1]] // stc, setb al, seto cl
    const forced = [{ clear: CF, set: OF }]
    const result = run(code, { forced, registers: { rax: 0xffn } })
    expect([registerOf(result, 'rax'), registerOf(result, 'rcx')]).toEqual([0n, 1n])
    expect(result?.steps.map(({ flags }) => flags)).toEqual([CF, OF, OF])
  })

  it.each<readonly [name: string, bytes: readonly number[]]>([
    ['a REX prefix', [0x48, 0x01, 0xd8]],
    ['another size of addresses', [0x67, 0x8b, 0x03]],
    ['a segment', [0x64, 0x8b, 0x03]],
    ['a lock', [0xf0, 0x01, 0x03]],
    ['VEX', [0xc5, 0xf8, 0x77]],
    ['movsxd', [0x63, 0xc3]],
    ['push', [0x50]],
    ['pop', [0x8f, 0xc0]],
    ['call', [0xe8, 0, 0, 0, 0]],
    ['ret', [0xc3]],
    ['leave', [0xc9]],
    ['call rax', [0xff, 0xd0]],
    ['jmp rax', [0xff, 0xe0]],
    ['push rax by ModRM', [0xff, 0xf0]],
    ['loop', [0xe2, 0xfe]],
    ['jrcxz', [0xe3, 0xfe]],
    ['a short jump of 16 bits', [0x66, 0x75, 0x00]],
    ['an address of its own place', [0x8b, 0x05, 0, 0, 0, 0]],
    ['lea of its own place', [0x8d, 0x05, 0, 0, 0, 0]],
    ['moffs', [0xa1, 0, 0, 2, 0]],
    ['lzcnt', [0xf3, 0x0f, 0xbd, 0xc3]],
    ['rep movsb', [0xf3, 0xa4]],
    ['hlt', [0xf4]],
    ['syscall', [0x0f, 0x05]],
    ['bt in memory', [0x0f, 0xa3, 0x03]],
    ['bytes that are missing', [0x81, 0xc0, 0x01]],
    ['an absolute address below zero', [0x8b, 0x04, 0x25, 0, 0, 0, 0x80]],
  ])('gives no result for %s, except if it is never reached', (_, bytes) => {
    expect(run([bytes])).toBeUndefined()
    expect(endingOf([[0xeb, bytes.length], bytes])?._tag).toBe('Left')
  })

  it.each<readonly [name: string, bytes: readonly number[], given: Given]>([
    ['the upper half of a register', [0xff, 0xc0], { registers: { rdx: 1n << 32n } }],
    ['an address that would wrap', [0x8b, 0x04, 0x0b], { registers: { rbx: 0xffff_ffffn, rcx: BigInt(DATA_START + 1) } }],
    ['an address below zero', [0x8b, 0x43, 0xff], { registers: { rbx: 0n } }],
    ['a bit at the end of the page', [0x0f, 0xba, 0x23, 0x01], { registers: { rbx: BigInt(DATA_END - 2) } }],
    ['a string at the end of all addresses', [0xac], { registers: { rsi: 0xffff_fff8n } }],
    ['the scratch page', [0x8b, 0x03], { registers: { rbx: 0xffff_f000n } }],
  ])('gives no result for %s', (_, bytes, given) => {
    expect(run([bytes], given)).toBeUndefined()
  })

  it('gives no result if a later address would wrap', () => {
    expect(
      run([
        [0xff, 0xcb],
        [0x8b, 0x43, 0x7f],
      ]),
    ).toBeUndefined()
  })

  it('runs each run independently of order and neighbours', () => {
    const store = runOf([MOV_STORE], { registers: { rax: 0xffff_ffffn, rbx: BigInt(WINDOW) }, flags: CF | DF | OF })
    const runs = [
      store,
      runOf([[0x13, 0x03]], { registers: { rbx: BigInt(WINDOW) } }),
      runOf([[0xf7, 0xf3]]),
      runOf([[0x48, 0xff, 0xc0]]),
      runOf([[0xeb, 0xfe]], { budget: 20 }),
      runOf([MOV_LOAD], { registers: { rbx: BigInt(DATA_END) }, fill: 0 }),
      runOf([MOV_LOAD], { registers: { rbx: BigInt(CODE_START + 0x40) }, ip: CODE_START + 0x40 }),
    ]
    const alone = runs.map(one => processor.run([one])[0])
    expect(processor.run(runs)).toEqual(alone)
    expect(processor.run(runs.toReversed())).toEqual(alone.toReversed())
    expect(processor.run([])).toEqual([])
  })
})

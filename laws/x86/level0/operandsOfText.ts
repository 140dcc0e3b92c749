const SIZE_WORDS: Readonly<Record<string, number>> = {
  byte: 8,
  word: 16,
  dword: 32,
  fword: 48,
  qword: 64,
  tbyte: 80,
  xmmword: 128,
  ymmword: 256,
  zmmword: 512,
}

const MEMORY = /^(?:([a-z]+) ptr )?(?:[c-gs]s:)?\[/
const NUMBER = /^0x[0-9a-f]+$/
const DECORATIONS = /\{[^}]*\}/g

/** Instructions whose numeric operand is a branch target, not an immediate. */
const BRANCH = /^(?:j[a-z]+|call|loop(?:n?e)?|xbegin)$/

const REGISTERS: ReadonlyMap<string, number> = registers()

/** Control and debug registers: their width is the width of the mode. */
const MODE_WIDE = /^[cd]r(?:\d|1[0-5])$/

function registers(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  const add = (bits: number, names: string): void => {
    for (const name of names.split(' ')) table.set(name, bits)
  }
  add(8, 'al cl dl bl ah ch dh bh spl bpl sil dil')
  add(16, 'ax cx dx bx sp bp si di es cs ss ds fs gs')
  add(32, 'eax ecx edx ebx esp ebp esi edi')
  add(64, 'rax rcx rdx rbx rsp rbp rsi rdi')
  for (let n = 8; n < 16; n++) {
    add(8, `r${n}b`)
    add(16, `r${n}w`)
    add(32, `r${n}d`)
    add(64, `r${n}`)
  }
  for (let n = 0; n < 8; n++) {
    add(64, `k${n} mm${n}`)
    add(80, `st(${n})`)
  }
  for (let n = 0; n < 32; n++) {
    add(128, `xmm${n}`)
    add(256, `ymm${n}`)
    add(512, `zmm${n}`)
  }
  for (let n = 0; n < 4; n++) add(128, `bnd${n}`)
  return table
}

/**
 * Returns the kinds and sizes of the operands in the canonical assembly of an instruction, in the format of an answer; `undefined` if an
 * operand is of no known kind.
 */
export function operandsOfText(text: string, mnemonic: string, bits: 32 | 64): string | undefined {
  const start = text.startsWith(mnemonic) ? 0 : text.indexOf(` ${mnemonic}`) + 1
  const operands = text.slice(start + mnemonic.length + 1)
  if (operands === '') return 'none'
  const kinds: string[] = []
  for (const part of operands.split(', ')) {
    const operand = part.includes('{') ? part.replace(DECORATIONS, '') : part
    const kind = operand === '' ? '' : kindOf(operand, mnemonic, bits)
    if (kind === undefined) return undefined
    if (kind !== '') kinds.push(kind)
  }
  return kinds.join(', ')
}

function kindOf(operand: string, mnemonic: string, bits: 32 | 64): string | undefined {
  const register = REGISTERS.get(operand)
  if (register !== undefined) return `reg ${register}`
  if (NUMBER.test(operand)) return BRANCH.test(mnemonic) ? 'rel' : 'imm'
  const memory = MEMORY.exec(operand)
  if (memory !== null) {
    if (memory[1] === undefined) return 'mem'
    const size = SIZE_WORDS[memory[1]]
    return size === undefined ? undefined : `mem ${size}`
  }
  return MODE_WIDE.test(operand) ? `reg ${bits}` : undefined
}

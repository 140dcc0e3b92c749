/** Operand sizes of string instructions: letter, size word, prefixes, and the number to add to the opcode for bytes. */
const SIZES = [
  { letter: 'b', word: 'byte', prefixes: [], wide: 0 },
  { letter: 'w', word: 'word', prefixes: [0x66], wide: 1 },
  { letter: 'd', word: 'dword', prefixes: [], wide: 1 },
  { letter: 'q', word: 'qword', prefixes: [0x48], wide: 1 },
] as const

/** String instructions with the registers of their operands, and the names of their prefixes f3 and f2. */
const INSTRUCTIONS = [
  { name: 'movs', opcode: 0xa4, operands: ['rdi', 'rsi'], repeat: { rep: 0xf3 } },
  { name: 'cmps', opcode: 0xa6, operands: ['rsi', 'rdi'], repeat: { repe: 0xf3, repne: 0xf2 } },
  { name: 'stos', opcode: 0xaa, operands: ['rdi'], repeat: { rep: 0xf3 } },
  { name: 'lods', opcode: 0xac, operands: ['rsi'], repeat: { rep: 0xf3 } },
  { name: 'scas', opcode: 0xae, operands: ['rdi'], repeat: { repe: 0xf3, repne: 0xf2 } },
] as const

/** Bytes of every string instruction in 64-bit code, by its canonical assembly. Each text has exactly one encoding. */
export const STRING_TEXTS: ReadonlyMap<string, readonly number[]> = stringTexts()

/** Mnemonics of the string instructions, without prefixes. */
export const STRING_MNEMONICS: readonly string[] = INSTRUCTIONS.flatMap(({ name }) => SIZES.map(({ letter }) => name + letter))

function stringTexts(): ReadonlyMap<string, readonly number[]> {
  const texts = new Map<string, readonly number[]>()
  for (const { name, opcode, operands, repeat } of INSTRUCTIONS) {
    for (const { letter, word, prefixes, wide } of SIZES) {
      const text = `${name}${letter} ${operands.map(register => `${word} ptr [${register}]`).join(', ')}`
      texts.set(text, [...prefixes, opcode + wide])
      for (const [prefix, byte] of Object.entries(repeat)) {
        // REX comes last, the other prefixes in ascending order.
        const before = prefixes[0] === 0x66 ? [0x66, byte] : [byte, ...prefixes]
        texts.set(`${prefix} ${text}`, [...before, opcode + wide])
      }
    }
  }
  return texts
}

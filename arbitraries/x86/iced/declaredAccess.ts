import type * as Iced from 'iced-x86'

/** Accesses that iced declares for an instruction: general registers by their 64-bit name, flags by name, memory as `mem`. */
export interface DeclaredAccess {
  readonly reads: ReadonlySet<string>
  /** Registers, flags and memory that may be written, undefined flags included. */
  readonly writes: ReadonlySet<string>
  /** Flags that are left undefined. */
  readonly undefinedFlags: ReadonlySet<string>
}

/** Function that reads 64-bit code and returns one access per instruction. */
export type DeclaredAccessOf = (bytes: Uint8Array, ip: number) => readonly DeclaredAccess[]

/** Returns that function. One factory and one instruction object serve all calls. */
export function declaredAccess(iced: typeof Iced): DeclaredAccessOf {
  const factory = new iced.InstructionInfoFactory()
  const instruction = new iced.Instruction()
  const { OpAccess } = iced
  const reading: ReadonlySet<number> = new Set([OpAccess.Read, OpAccess.CondRead, OpAccess.ReadWrite, OpAccess.ReadCondWrite])
  const writing: ReadonlySet<number> = new Set([OpAccess.Write, OpAccess.CondWrite, OpAccess.ReadWrite, OpAccess.ReadCondWrite])
  const nameOf = wholeRegisterNames(iced)
  return (bytes, ip) => {
    const decoder = new iced.Decoder(64, bytes, iced.DecoderOptions.None)
    decoder.ip = BigInt(ip)
    const accesses: DeclaredAccess[] = []
    while (decoder.canDecode) {
      decoder.decodeOut(instruction)
      const [reads, writes] = [new Set<string>(), new Set<string>()]
      const info = factory.info(instruction)
      for (const used of info.usedRegisters()) {
        const name = nameOf(used.register)
        if (name !== undefined && reading.has(used.access)) reads.add(name)
        if (name !== undefined && writing.has(used.access)) writes.add(name)
        used.free()
      }
      for (const used of info.usedMemory()) {
        if (reading.has(used.access)) reads.add('mem')
        if (writing.has(used.access)) writes.add('mem')
        used.free()
      }
      info.free()
      addFlags(reads, flagsIn(iced, instruction.rflagsRead))
      addFlags(writes, flagsIn(iced, instruction.rflagsModified))
      accesses.push({ reads, writes, undefinedFlags: new Set(flagsIn(iced, instruction.rflagsUndefined)) })
    }
    decoder.free()
    return accesses
  }
}

function addFlags(to: Set<string>, flags: readonly string[]): void {
  for (const flag of flags) to.add(flag)
}

const FLAGS = ['CF', 'PF', 'AF', 'ZF', 'SF', 'DF', 'OF'] as const

const flagsIn = ({ RflagsBits }: typeof Iced, bits: number): readonly string[] => FLAGS.filter(flag => (bits & RflagsBits[flag]) !== 0)

/** Returns a function that names the 64-bit register of which a general register is part. */
function wholeRegisterNames(iced: typeof Iced): (register: number) => string | undefined {
  const names = new Map<number, string>()
  for (const register of Object.values(iced.Register)) {
    if (typeof register !== 'number' || !iced.RegisterExt.isGPR(register)) continue
    names.set(register, (iced.Register[iced.RegisterExt.fullRegister(register)] as string).toLowerCase())
  }
  return register => names.get(register)
}

import { differenceOf } from './differences'
import { canonicalAsm } from './canonicalAsm'
import type { RawReading } from './rawReading'

/** Instruction read by capstone. */
export interface Reading {
  readonly length: number
  /** Canonical assembly, defined in docs/levels/level0.md. */
  readonly text: string
  /** Mnemonic of the canonical assembly, without prefixes. */
  readonly mnemonic: string
}

/** Disassembler that reads one instruction per call. */
export interface Disassembler {
  readonly version: string
  /** Reads the instruction at an offset. Returns `undefined` if there is none, or a string with the reason why it cannot be judged. */
  readonly read: (bits: 32 | 64, bytes: Uint8Array, offset: number, ip: number) => Reading | string | undefined
  /** Returns true if every four-byte word is an AArch64 instruction. */
  readonly readsArm64: (bytes: Uint8Array) => boolean
}

/** Used part of capstone's emscripten module. We bypass its own wrapper, which allocates on every call. */
interface CapstoneModule {
  readonly ARCH_X86: number
  readonly ARCH_ARM64: number
  readonly MODE_ARM: number
  readonly MODE_32: number
  readonly MODE_64: number
  readonly OPT_UNSIGNED: number
  readonly OPT_ON: number
  readonly Capstone: new (architecture: number, mode: number) => CapstoneHandle
  readonly version: () => number
  readonly getValue: (pointer: number, type: 'i16' | 'i32') => number
  readonly setValue: (pointer: number, value: number, type: 'i32') => void
  readonly UTF8ToString: (pointer: number) => string
  readonly writeArrayToMemory: (bytes: Uint8Array, pointer: number) => void
  readonly _malloc: (size: number) => number
  readonly _cs_malloc: (handle: number) => number
  readonly _cs_disasm_iter: (
    handle: number,
    codePointer: number,
    sizePointer: number,
    addressPointer: number,
    instruction: number,
  ) => number
}

interface CapstoneHandle {
  readonly handle_ptr: number
  readonly option: (option: number, value: number) => void
}

const PACKAGE = '@alexaltea/capstone-js'

/** Maximum length of an x86 instruction, in bytes. */
const MAX_INSTRUCTION_BYTES = 15

/** Loads capstone. Rejects with an error that names the package if it is not installed. */
export async function loadCapstone(): Promise<Disassembler> {
  const module = await instantiate()
  const version = module.version()
  const readers = {
    32: reader(module, module.ARCH_X86, module.MODE_32),
    64: reader(module, module.ARCH_X86, module.MODE_64),
  }
  const arm64 = reader(module, module.ARCH_ARM64, module.MODE_ARM)
  return {
    version: `capstone ${version >> 8}.${version & 0xff}`,
    read: (bits, bytes, offset, ip) => {
      const found = readers[bits](bytes.subarray(offset, offset + MAX_INSTRUCTION_BYTES), ip)
      if (found === undefined) return undefined
      const difference = differenceOf(found, bytes.subarray(offset, offset + found.length))
      if (difference !== undefined) return difference
      const { text, mnemonic } = canonicalAsm(found, bits)
      return { length: found.length, text, mnemonic }
    },
    readsArm64: bytes => {
      if (bytes.length === 0 || bytes.length % 4 !== 0) return false
      for (let offset = 0; offset < bytes.length; offset += 4) {
        if (arm64(bytes.subarray(offset, offset + 4), 0) === undefined) return false
      }
      return true
    },
  }
}

async function instantiate(): Promise<CapstoneModule> {
  let loaded: { readonly default: () => Promise<CapstoneModule> }
  try {
    // @ts-expect-error: the package has no type declarations. The name is a literal here, because the import rules check literals.
    loaded = (await import('@alexaltea/capstone-js')) as typeof loaded
  } catch (cause) {
    throw new Error(`Cannot load ${PACKAGE}. Install it: npm install ${PACKAGE}`, { cause })
  }
  return loaded.default()
}

/** Offsets in capstone's `cs_insn` structure, version 5, 32-bit pointers. */
const SIZE_FIELD = 16
const MNEMONIC_FIELD = 42
const OPERANDS_FIELD = 74

type RawReader = (bytes: Uint8Array, ip: number) => RawReading | undefined

/** Creates a reader. It allocates its buffers once, so reads leave no garbage in WASM memory. */
function reader(module: CapstoneModule, architecture: number, mode: number): RawReader {
  const capstone = new module.Capstone(architecture, mode)
  capstone.option(module.OPT_UNSIGNED, module.OPT_ON)
  const handle = module.getValue(capstone.handle_ptr, 'i32')
  const buffer = module._malloc(16)
  const codePointer = module._malloc(4)
  const sizePointer = module._malloc(4)
  const addressPointer = module._malloc(8)
  const instruction = module._cs_malloc(handle)
  return (bytes, ip) => {
    module.writeArrayToMemory(bytes, buffer)
    module.setValue(codePointer, buffer, 'i32')
    module.setValue(sizePointer, bytes.length, 'i32')
    module.setValue(addressPointer, ip | 0, 'i32')
    module.setValue(addressPointer + 4, Math.floor(ip / 0x1_0000_0000), 'i32')
    if (module._cs_disasm_iter(handle, codePointer, sizePointer, addressPointer, instruction) === 0) return undefined
    return {
      length: module.getValue(instruction + SIZE_FIELD, 'i16'),
      mnemonic: module.UTF8ToString(instruction + MNEMONIC_FIELD),
      operands: module.UTF8ToString(instruction + OPERANDS_FIELD),
    }
  }
}

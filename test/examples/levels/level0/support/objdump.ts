import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MACHINES = { 32: 'i386', 64: 'i386:x86-64' } as const

/** True if binutils is installed. */
export const hasObjdump = (): boolean => spawnSync('objdump', ['--version']).status === 0

/** Padding between programs: as many one-byte instructions as an instruction that overruns its end could swallow. */
const GAP = Array<number>(15).fill(0x90)

/** Returns start and length of the instructions of each program, as objdump reads them: `0 3` per instruction. */
export function boundariesByObjdump(bits: 32 | 64, programs: readonly (readonly number[])[]): readonly (readonly string[])[] {
  const listing = new Map(disassemble(bits, Uint8Array.from(programs.flatMap(bytes => [...bytes, ...GAP]))))
  let start = 0
  return programs.map(bytes => {
    const found: string[] = []
    for (let offset = 0; offset < bytes.length; offset++) {
      const length = listing.get(start + offset)
      if (length !== undefined) found.push(`${offset} ${length}`)
    }
    start += bytes.length + GAP.length
    return found
  })
}

function disassemble(bits: 32 | 64, bytes: Uint8Array): readonly (readonly [address: number, length: number])[] {
  const folder = mkdtempSync(join(tmpdir(), 'genesis-objdump-'))
  try {
    const file = join(folder, 'code')
    writeFileSync(file, bytes)
    const options = ['-D', '-z', '-b', 'binary', '-m', MACHINES[bits], '-w', '--insn-width=16', file]
    const { status, stdout, stderr } = spawnSync('objdump', options, { encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (status !== 0) throw new Error(`objdump: ${stderr}`)
    return [...stdout.matchAll(/^ *([0-9a-f]+):\t((?:[0-9a-f]{2} )+)/gm)].map(([, address = '', pairs = '']) => [
      Number.parseInt(address, 16),
      pairs.length / 3,
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

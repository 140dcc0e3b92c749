import type { Processor } from '../processor'
import { startMachine } from './machine'
import { runCode } from './runCode'
import { readWasmFile } from './wasmFile'

/**
 * Loads the emulator v86, which runs instructions that mean the same in 32-bit and 64-bit code. Rejects with an error that names the
 * package if it is not installed.
 */
export async function loadV86(): Promise<Processor> {
  const { bytes, version } = await readWasmFile()
  const machine = await startMachine(bytes)
  return { version: `v86 ${version}`, registerBits: 32, run: runs => runs.map(run => runCode(machine, run)) }
}

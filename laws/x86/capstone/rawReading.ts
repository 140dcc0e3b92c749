/** Text that capstone prints for one instruction, and its length in bytes. */
export interface RawReading {
  readonly length: number
  readonly mnemonic: string
  readonly operands: string
}

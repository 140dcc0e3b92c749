/** What capstone prints for one instruction. */
export interface RawReading {
  readonly length: number
  readonly mnemonic: string
  readonly operands: string
}

/**
 * Compares iced-x86 with capstone for every instruction code in both modes, and rewrites the table of excluded codes:
 * arbitraries/x86/codes/excludedCodes.ts.
 *
 * Bundle it and run it from the root of the project. Its argument is the number of draws per code (default 400).
 */
import { writeFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { fromChoices } from '../arbitraries/choiceSequence'
import type { Bits, CodeDescription } from '../arbitraries/x86/instructions/draft'
import { drawInstruction } from '../arbitraries/x86/instructions/drawInstruction'
import type { Freedom } from '../arbitraries/x86/instructions/freedom'
import { loadIced, type X86Tool } from '../arbitraries/x86/iced/iced'
import { type Disassembler, loadCapstone } from '../laws/x86/capstone/capstone'

const TABLE = 'arbitraries/x86/codes/excludedCodes.ts'
const IP = 0x40_1000

/** Returns the freedom that allows everything a generator may request. */
const everything = (bits: Bits): Freedom => ({
  bits,
  ip: IP,
  memory: 'sometimes',
  extended: true,
  bytes: ['low', 'high', 'uniform'],
  ripRelative: 'sometimes',
  decorations: true,
})

interface Disagreement {
  readonly reason: string
  readonly example: string
}

/** Returns the first draw on which the decoders differ, or the reason why the code cannot be drawn. */
function survey(tool: X86Tool, disassembler: Disassembler, bits: Bits, code: CodeDescription, draws: number): Disagreement | undefined {
  const arbitrary = fromChoices(choose => drawInstruction(choose, code, everything(bits)))
  try {
    for (const draft of fc.sample(arbitrary, { numRuns: draws, seed: code.code })) {
      const bytes = tool.encode(bits, draft, IP)
      if (bytes === undefined) return { reason: 'iced cannot encode the drawn operands', example: code.name }
      const found = compare(tool, disassembler, bits, bytes)
      if (found !== undefined) return found
    }
  } catch (error) {
    return { reason: `not drawn: ${(error as Error).message.split('\n')[0]}`, example: code.name }
  }
  return undefined
}

function compare(tool: X86Tool, disassembler: Disassembler, bits: Bits, bytes: Uint8Array): Disagreement | undefined {
  const decoding = tool.decode(bits, bytes, IP)
  const [first] = decoding.instructions
  if (first === undefined || first.length !== bytes.length) {
    return { reason: 'iced reads it only with options for old processors', example: hex(bytes) }
  }
  const reading = disassembler.read(bits, bytes, 0, IP)
  const example = `${hex(bytes)}: ${first.text} | ${typeof reading === 'object' ? reading.text : reading}`
  if (reading === undefined) return { reason: 'capstone cannot read it', example }
  if (typeof reading === 'string') return { reason: `capstone cannot judge it: ${reading}`, example }
  if (reading.length !== bytes.length) return { reason: 'capstone reads another length', example }
  if (reading.mnemonic !== first.mnemonic) return { reason: `capstone prints ${reading.mnemonic}`, example }
  return reading.text === first.text ? undefined : { reason: 'capstone prints other operands', example }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function table(excluded: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...excluded].map(([key, names]) => {
    const [modes, reason] = key.split('|') as [string, string]
    return `  {\n    reason: ${JSON.stringify(reason).replaceAll("'", "\\'").replaceAll('"', "'")},\n    bits: [${modes}],\n    codes: '${names.join(' ')}',\n  },`
  })
  return `/** Group of codes on which iced-x86 and capstone differ, or which are not drawn. Written by scripts/surveyDecoders.ts. */
  export interface ExcludedCodes {
  readonly reason: string
  readonly bits: readonly (32 | 64)[]
  /** iced's names of the codes, separated by one space. */
  readonly codes: string
}

/** All excluded codes, grouped by reason and modes. */
export const EXCLUDED_CODES: readonly ExcludedCodes[] = [
${lines.join('\n')}
]
`
}

async function main(draws: number): Promise<void> {
  const tool = await loadIced()
  const disassembler = await loadCapstone()
  const reasons = new Map<string, Map<Bits, Disagreement>>()
  for (const bits of [64, 32] as const) {
    const usable = new Set<string>()
    for (const code of tool.codes(bits)) {
      const found = survey(tool, disassembler, bits, code, draws)
      if (found === undefined) usable.add(code.mnemonic)
      else reasons.set(code.name, (reasons.get(code.name) ?? new Map<Bits, Disagreement>()).set(bits, found))
    }
    console.error(`${bits}-bit: ${usable.size} mnemonics usable`)
  }
  const grouped = new Map<string, string[]>()
  for (const [name, byMode] of reasons) {
    for (const [modes, { reason, example }] of byModes(byMode)) {
      console.log(`${modes}\t${name}\t${reason}\t${example}`)
      const key = `${modes}|${reason}`
      grouped.set(key, [...(grouped.get(key) ?? []), name])
    }
  }
  writeFileSync(TABLE, table(new Map([...grouped].sort(([one], [other]) => (one < other ? -1 : 1)))))
}

function byModes(byMode: ReadonlyMap<Bits, Disagreement>): readonly (readonly [string, Disagreement])[] {
  const entries = [...byMode]
  const [first, second] = entries
  if (first !== undefined && second !== undefined && first[1].reason === second[1].reason) return [['32, 64', first[1]]]
  return entries.map(([bits, found]) => [String(bits), found])
}

await main(Number(process.argv[2] ?? 400))

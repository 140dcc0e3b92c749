import { describe, expect, it } from 'vitest'
import { loadNative } from '../../../../laws/x86/processor/native/nativeProcessor'
import type { Result, Run } from '../../../../laws/x86/processor/processor'
import { numbersFrom } from './support/drawInstruction'
import { stateDifferences } from './support/differences'
import { type Block, drawBlock } from './support/drawBlock'
import { foldOnProcessor } from './support/foldOnProcessor'

const BLOCKS = 10_000
const BATCH = 2_500

const native = loadNative()
const skipped = native === undefined ? ' (skipped: no native processor)' : ''
const run = native?.run ?? ((): readonly Result[] => [])

/** Describes a block if differences were found; empty otherwise. */
const describeDifferences = ({ texts, run: { registers, flags } }: Block, found: readonly string[]): string =>
  found.length === 0
    ? ''
    : `${texts.join('; ')}\n  registers ${[...registers].map(value => value.toString(16)).join(' ')}, flags ${flags.toString(16)}\n  ${found.join('\n  ')}`

/** Returns all observable parts of a result. */
const observable = (result: Result | undefined) =>
  result && {
    ending: result.ending,
    registers: [...result.last.registers],
    flags: result.last.flags,
    memory: Buffer.from(result.memory).toString('hex'),
  }

describe(`a block of instructions on the processor of this machine${skipped}`, () => {
  it.skipIf(native === undefined)(
    `gives the interpreter’s result, and the result of its instructions run one by one: ${BLOCKS} blocks`,
    () => {
      const below = numbersFrom(7)
      for (let done = 0; done < BLOCKS; done += BATCH) {
        const blocks = Array.from({ length: BATCH }, () => drawBlock(below))
        const runs = blocks.map((block): Run => block.run)
        const [whole, folded] = [run(runs), foldOnProcessor(run, runs)]
        for (const [index, block] of blocks.entries()) {
          const result = whole[index]
          expect(describeDifferences(block, stateDifferences(block.run, block.outcome, result))).toBe('')
          expect(observable(folded[index]), block.texts.join('; ')).toEqual(observable(result))
        }
      }
    },
  )
})

import { describe, expect, it } from 'vitest'
import { checkRuns } from '../../../../../laws/x86/processor/native/checkRuns'
import { CODE_END, CODE_START, DATA_END, DATA_START, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import { runOf } from '../support/v86Runs'

const SOUND = runOf([[0x90]])

describe('checkRuns', () => {
  it.each([
    ['no code', { code: new Uint8Array() }, 'code of 0 bytes'],
    ['too much code', { code: new Uint8Array(129) }, 'code of 129 bytes'],
    ['code before the region', { ip: CODE_START - 1 }, 'code at 4194303'],
    ['code beyond the region', { ip: CODE_END }, 'code at 4259840'],
    ['an instruction beyond the code', { starts: [1] }, 'an instruction at 1 of 1 bytes'],
    ['an instruction before the code', { starts: [-1] }, 'an instruction at -1 of 1 bytes'],
    ['too few registers', { registers: new BigUint64Array(15) }, '15 registers'],
    ['other flags', { flags: 0x100 }, 'flags 256'],
    ['a window before the page', { window: DATA_START - 1 }, 'a window at 131071'],
    ['a window beyond the page', { window: DATA_END - WINDOW_BYTES + 1 }, 'a window at 134913'],
    ['a short window', { memory: new Uint8Array(8) }, 'a window of 8 bytes'],
    ['a fill of two bytes', { fill: 256 }, 'fill 256'],
    ['no whole budget', { budget: 1.5 }, 'a budget of 1.5'],
    ['a huge budget', { budget: 100_001 }, 'a budget of 100001'],
    ['too many forced steps', { forced: new Array(0x1_0000).fill({ clear: 0, set: 0 }) }, '65536 forced steps'],
    ['other forced flags', { forced: [{ clear: 0x100, set: 0 }] }, 'forced flags 256, 0'],
    ['code elsewhere that also has no instruction there', { ip: CODE_START - 1, starts: [1] }, 'code at 4194303'],
  ])('rejects %s', (_, wrong, found) => {
    const error = new RangeError(`processor: a run cannot have ${found}`)
    expect(() => checkRuns([{ ...SOUND, ...wrong }])).toThrow(error)
    // Its code or state is checked behind a valid run of the same code as well.
    expect(() => checkRuns([SOUND, { ...SOUND, ...wrong }])).toThrow(error)
  })

  it('reports the first invalid run', () => {
    const runs = [SOUND, { ...SOUND, fill: -1 }, { ...SOUND, starts: [1] }]
    expect(() => checkRuns(runs)).toThrow(new RangeError('processor: a run cannot have fill -1'))
  })

  it('accepts valid runs', () => {
    const twice = runOf([[0x90], [0x90]])
    expect(() => checkRuns([])).not.toThrow()
    expect(() => checkRuns([SOUND, { ...SOUND, ip: CODE_END - 1 }, twice, SOUND, { ...SOUND, starts: [] }])).not.toThrow()
  })

  it('checks the starts of each code, and different starts of the same code', () => {
    const twice = runOf([[0x90], [0x90]])
    const found = new RangeError('processor: a run cannot have an instruction at 1 of 1 bytes')
    expect(() => checkRuns([twice, { ...twice, code: SOUND.code }])).toThrow(found)
    expect(() => checkRuns([SOUND, { ...SOUND, starts: twice.starts }])).toThrow(found)
  })
})

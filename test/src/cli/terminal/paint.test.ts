import picocolors from 'picocolors'
import { describe, expect, it } from 'vitest'
import { coloursFor, paintedError, paintedText } from '../../../../src/cli/terminal/paint'
import { commandError, invalid } from '../../../../src/cli/commandError'
import { renderError } from '../../../../src/reporters/text/renderProblem'

const ON = picocolors.createColors(true)
const OFF = picocolors.createColors(false)
const TERMINAL = { isTTY: true }
const PIPE = {}

describe('the use of colours', () => {
  it.each([
    ['on a terminal', TERMINAL, {}, true],
    ['in a pipe', PIPE, {}, false],
    ['on a terminal without colours', TERMINAL, { TERM: 'dumb' }, false],
    ['on a terminal under NO_COLOR', TERMINAL, { NO_COLOR: '1' }, false],
    ['on a terminal under an empty NO_COLOR', TERMINAL, { NO_COLOR: '' }, true],
    ['in a pipe under FORCE_COLOR', PIPE, { FORCE_COLOR: '1' }, true],
    ['in a pipe under an empty FORCE_COLOR', PIPE, { FORCE_COLOR: '' }, true],
    ['on a terminal under FORCE_COLOR=0', TERMINAL, { FORCE_COLOR: '0' }, false],
    ['under both', PIPE, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['in a pipe on a build machine', PIPE, { CI: 'true', TERM: 'xterm' }, false],
  ])('follows the environment: %s', (_name, stream, env, enabled) => {
    expect(coloursFor(stream, env).isColorSupported).toBe(enabled)
  })
})

describe('a painted text', () => {
  const report = [
    '    holds          dataset.verified: 1',
    '    VIOLATED       dataset.balanced: holds          1',
    '    not applicable dataset.distinct: 0',
    '      holds          is an input',
  ].join('\n')
  const laws = '    holds          text.wellFormed\n    VIOLATED       oracle.agrees: it holds   nothing'

  it('has its marks in colour, and nothing else', () => {
    expect(paintedText(report, ON).split('\n')).toEqual([
      `    ${ON.green('holds')}          dataset.verified: 1`,
      `    ${ON.red('VIOLATED')}       dataset.balanced: holds          1`,
      `    ${ON.dim('not applicable')} dataset.distinct: 0`,
      '      holds          is an input',
    ])
    expect(paintedText(laws, ON)).toBe(
      `    ${ON.green('holds')}          text.wellFormed\n    ${ON.red('VIOLATED')}       oracle.agrees: it holds   nothing`,
    )
  })

  it('equals the plain text without colours', () => {
    expect(paintedText(report, OFF)).toBe(report)
  })
})

describe('a painted error', () => {
  const error = commandError([invalid('--count', 'a number', 'x', 'y'), invalid('--level', 'a level', 'Invalid --level: z', 'y')])

  it('colours the opening of each problem', () => {
    const opening = ON.red(ON.bold('Invalid'))
    expect(paintedError(error, ON)).toBe(renderError(error).replace(/^Invalid/gm, opening))
  })

  it('equals the plain text without colours', () => {
    expect(paintedError(error, OFF)).toBe(renderError(error))
  })

  it('treats a counterexample alike', () => {
    const draft = { input: 'sum: 1 + 1', expected_output: '3' }
    const facts = { cell: 'valid.plain.easy', law: 'oracle.agrees', reason: 'no', level: 'sums', seed: '42', token: 't' }
    const counterexample = { _tag: 'Counterexample', ...facts, original: draft, shrunk: draft, shrinks: 0, minimal: true } as const
    expect(paintedError(counterexample, ON)).toBe(
      renderError(counterexample).replace('Law violated in', ON.red(ON.bold('Law violated in'))),
    )
  })
})

import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { programOf } from '../../../src/cli/program'

/** Parses a command line; returns exit code and output. None of the lines tried here runs an action. */
async function run(...words: readonly string[]): Promise<{ readonly exitCode: number; readonly out: string; readonly err: string }> {
  const program = programOf()
  let [out, err] = ['', '']
  const output = {
    writeOut: (text: string) => {
      out += text
    },
    writeErr: (text: string) => {
      err += text
    },
  }
  for (const command of [program, ...program.commands]) command.configureOutput(output)
  try {
    await program.parseAsync(words, { from: 'user' })
    return { exitCode: 0, out, err }
  } catch (thrown) {
    return thrown instanceof CommanderError ? { exitCode: thrown.exitCode, out, err } : expect.unreachable(String(thrown))
  }
}

const COMMANDS = [
  ...['build', 'generate', 'merge', 'run', 'worker', 'verify', 'split', 'report', 'reproduce', 'sample', 'check', 'grade'],
  'export',
]

describe('the help', () => {
  it('lists every command in the order of a dataset’s stages', async () => {
    const { exitCode, out } = await run('--help')
    expect(exitCode).toBe(0)
    expect([...out.matchAll(/^ {2}([a-z]+) \[/gm)].map(([, name]) => name)).toEqual([...COMMANDS, 'help'])
  })

  it.each(COMMANDS)('has examples for %s that use existing options only', async name => {
    const { exitCode, out, err } = await run('help', name)
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    const examples = [...out.matchAll(/^ {2}\$ genesis-datasets (\w+) (.+)$/gm)]
    expect(examples.length).toBeGreaterThan(0)
    for (const [, command, words = ''] of examples) {
      expect(command).toBe(name)
      const parsed = programOf()
        .commands.find(one => one.name() === name)
        ?.parseOptions(words.split(' '))
      expect(parsed).toMatchObject({ operands: words.startsWith('-') ? [] : [expect.any(String)], unknown: [] })
    }
    expect(out).toContain('--json ')
  })
})

describe('a mistyped line', () => {
  it.each([
    ['bulid', 'Did you mean build?'],
    ['help bulid', 'Did you mean build?'],
    ['build --cuont 5', 'Did you mean --count?'],
    ['check --levle sums', 'Did you mean --level?'],
    ['check --level sums more', 'too many arguments'],
    ['check --level', 'argument missing'],
    ['reproduce one two', 'too many arguments'],
    ['grade --level sums', "required option '--predictions <file>'"],
    ['export --level sums', "required option '--format <name>'"],
  ])('is an error that says what is missing: %s', async (line, message) => {
    const { exitCode, out, err } = await run(...line.split(' '))
    expect({ failed: exitCode > 0, out }).toEqual({ failed: true, out: '' })
    expect(err).toContain(message)
  })
})

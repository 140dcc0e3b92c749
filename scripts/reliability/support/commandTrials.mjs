import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const VALIDATED = 'datasets/validated/sums'

/** Returns the commands of the workflow, each with the commands that must run before it. */
function stepsOf(count) {
  const plan = ['--level', 'sums', '--count', String(count), '--out', 'datasets']
  const generate = ['generate', ...plan, '--seed', '1']
  const verify = ['verify', '--input', 'datasets/raw/sums', '--output', VALIDATED]
  const split = ['split', '--input', VALIDATED]
  const build = ['build', ...plan, '--seed', '1']
  const exported = format => ['export', '--format', format, '--input', VALIDATED]
  return [
    { name: 'generate', before: [], words: generate },
    { name: 'verify', before: [generate], words: verify },
    { name: 'split', before: [generate, verify], words: split },
    { name: 'export messages', before: [build], words: exported('messages') },
    { name: 'export parquet', before: [build], words: exported('parquet') },
    { name: 'build', before: [], words: build },
    { name: 'build --force over another seed', before: [['build', ...plan, '--seed', '2']], words: [...build, '--force'] },
  ]
}

/** Trials that kill the real command at times spread over its undisturbed run. */
export class CommandTrials {
  folder = mkdtempSync(join(tmpdir(), 'genesis-kill-'))
  next = 0

  constructor(command, jiti, support, count) {
    this.command = command
    this.steps = stepsOf(count)
    this.helpers = Promise.all([jiti.import(support('tree')), jiti.import(support('afterKill'))])
  }

  dispose() {
    rmSync(this.folder, { recursive: true, force: true })
  }

  async killByTime({ before, words }, times) {
    const [{ treeOf }, { harmOf, restOf }] = await this.helpers
    const template = this.fresh()
    for (const one of before) await this.run(template, one)
    const undisturbed = this.fresh(template)
    const started = performance.now()
    await this.run(undisturbed, words)
    const length = performance.now() - started
    const [old, made] = [treeOf(template), treeOf(undisturbed)]
    const trials = []
    for (let index = 0; index < times; index++) {
      const at = (length * (index + 0.5)) / times
      const folder = this.fresh(template)
      const { signal } = await this.run(folder, words, at)
      const harm = harmOf(treeOf(folder), old, made)
      const last = await this.run(folder, words)
      const failure = last.status === 0 ? undefined : `ends with ${last.status}: ${last.stderr}`
      const rest = restOf(treeOf(folder), made)
      // A run that ended before the kill does not count.
      trials.push({ kills: signal === 'SIGKILL' ? 1 : 0, at: `${at.toFixed(0)} ms`, failure, ...harm, ...rest })
      rmSync(folder, { recursive: true })
    }
    return trials
  }

  fresh(template) {
    const folder = join(this.folder, String(this.next++))
    if (template === undefined) mkdirSync(folder)
    else cpSync(template, folder, { recursive: true })
    return folder
  }

  /** Runs the command to its end, or kills it after a number of milliseconds. */
  run(cwd, words, milliseconds) {
    return new Promise(resolve => {
      const child = spawn(process.execPath, [this.command, ...words], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
      let stderr = ''
      child.stderr.on('data', text => {
        stderr += text
      })
      const timer = milliseconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), milliseconds)
      child.on('close', (status, signal) => {
        clearTimeout(timer)
        resolve({ status, signal, stderr })
      })
    })
  }
}

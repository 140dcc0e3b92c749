import { type ChildProcess, fork, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Harm, harmOf, type Rest, restOf } from './afterKill'
import type { Scenario, Step } from './scenarios'
import { type Tree, treeOf } from './tree'

/** Exit status and output of a process. */
export interface ProcessEnd {
  readonly status: number | null
  readonly signal: string | null
  readonly stderr: string
}

/** A scenario with its files before the run and after an undisturbed run, and the calls of that run. */
export interface Prepared {
  readonly scenario: Scenario
  readonly template: string
  readonly before: Tree
  readonly after: Tree
  readonly calls: readonly string[]
}

/** Result of a run that was killed at given calls, then run to its end. */
export interface Trial extends Harm, Rest {
  /** Number of kills; a run that ended before its call was not killed. */
  readonly kills: number
  /** Error of the last run; undefined if it succeeded. */
  readonly failure: string | undefined
}

const support = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Runs scenarios against a built package, each run in its own process and folder. */
export class Trials {
  readonly folder = mkdtempSync(join(tmpdir(), 'genesis-kill-'))
  private next = 0
  private readonly server: ChildProcess
  private readonly waiting = new Map<number, (ended: ProcessEnd) => void>()

  constructor(private readonly dist: string) {
    this.server = fork(support('runStep.mjs'), [dist])
    this.server.on('message', ({ id, ...ended }: ProcessEnd & { readonly id: number }) => {
      this.waiting.get(id)?.(ended)
      this.waiting.delete(id)
    })
  }

  dispose(): void {
    this.server.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async prepare(scenario: Scenario): Promise<Prepared> {
    const template = this.fresh()
    for (const step of scenario.before) await this.serve(template, step)
    const undisturbed = this.fresh(template)
    const log = join(this.folder, `calls.${this.next++}`)
    const { status, stderr } = await this.run(undisturbed, scenario.step, { KILL_AT: '0', KILL_LOG: log })
    if (status !== 0) throw new Error(`${scenario.name} ends with ${status}: ${stderr}`)
    const calls = JSON.parse(readFileSync(log, 'utf8')) as string[]
    return { scenario, template, before: treeOf(template), after: treeOf(undisturbed), calls }
  }

  /** Kills a run at each of these calls in turn; each run resumes from the previous one. */
  async kill({ scenario: { step }, template, before, after }: Prepared, points: readonly number[]): Promise<Trial> {
    const folder = this.fresh(template)
    const harms: Harm[] = []
    let kills = 0
    for (const point of points) {
      const { signal } = await this.run(folder, step, { KILL_AT: String(point) })
      if (signal === 'SIGKILL') kills += 1
      harms.push(harmOf(treeOf(folder), before, after))
    }
    const last = await this.serve(folder, step)
    const rest = restOf(treeOf(folder), after)
    rmSync(folder, { recursive: true })
    return {
      kills,
      failure: last.status === 0 ? undefined : `ends with ${last.status}: ${last.stderr}`,
      torn: harms.flatMap(({ torn }) => torn),
      strays: harms.flatMap(({ strays }) => strays),
      ...rest,
    }
  }

  /** Kills a run, then runs another step in the same folder; returns its final files. */
  async killThen({ scenario, template }: Prepared, point: number, next: Step): Promise<Tree> {
    const folder = this.fresh(template)
    await this.run(folder, scenario.step, { KILL_AT: String(point) })
    const { status, stderr } = await this.serve(folder, next)
    if (status !== 0) throw new Error(stderr)
    return treeOf(folder)
  }

  /** Makes a new folder: a copy of a template, or empty. */
  fresh(template?: string): string {
    const folder = join(this.folder, String(this.next++))
    if (template === undefined) mkdirSync(folder)
    else cpSync(template, folder, { recursive: true })
    return folder
  }

  /** Runs a step in its own process, which may be killed. */
  private run(folder: string, step: Step, env: Readonly<Record<string, string>>): Promise<ProcessEnd> {
    const words = ['--import', support('killAtCall.mjs'), support('runStep.mjs'), this.dist, JSON.stringify(absolute(step, folder))]
    return runNode(words, { ...env, KILL_BELOW: folder })
  }

  /** Runs a step in a shared process, since starting a process costs more than a step. */
  private serve(folder: string, step: Step): Promise<ProcessEnd> {
    const id = this.next++
    return new Promise(resolve => {
      this.waiting.set(id, resolve)
      this.server.send({ id, step: absolute(step, folder) })
    })
  }
}

/** Makes paths absolute: nothing of a path may appear in the bytes of a file. */
const absolute = (step: Step, folder: string): Step => ({
  ...step,
  options: Object.fromEntries(
    Object.entries(step.options).map(([name, value]) => [
      name,
      ['out', 'input', 'output'].includes(name) ? join(folder, String(value)) : value,
    ]),
  ),
})

/** Runs Node to its end. */
export function runNode(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProcessEnd> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString()
    })
    child.on('close', (status, signal) => resolve({ status, signal, stderr }))
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** A command that runs in parallel to the test. */
export class Running {
  said = ''
  readonly ended: Promise<number | null>
  private readonly child: ChildProcess

  constructor(command: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [command, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env },
    })
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => {
        this.said += text.toString()
      })
    this.ended = new Promise(resolve => this.child.on('close', resolve))
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }

  get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }
}

/** Waits until a condition holds; the time limit of the test ends an endless wait. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(20)
}

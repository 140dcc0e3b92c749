import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'

/** True if a Redis server can be started; tests that need one are skipped otherwise, and say so. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis server of these tests on a free port, which keeps its data when it is restarted. */
export class RedisServer {
  private child: ChildProcess | undefined

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(folder: string): Promise<RedisServer> {
    mkdirSync(folder, { recursive: true })
    const server = new RedisServer(folder, await freePort())
    await server.up()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async up(): Promise<void> {
    const options = [
      '--port',
      String(this.port),
      '--dir',
      this.folder,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--bind',
      '127.0.0.1',
    ]
    this.child = spawn('redis-server', options, { stdio: 'ignore' })
    while (!(await this.answers())) await setTimeout(20)
  }

  async down(): Promise<void> {
    const { child } = this
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise(resolve => child.on('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }

  /** Waits until a job is queued. */
  async hasJobs(): Promise<void> {
    while ((await this.ask(client => client.keys('bull:genesis-shards:*'))).length === 0) await setTimeout(20)
  }

  /** Deletes all data. */
  async flush(): Promise<void> {
    await this.ask(client => client.flushall())
  }

  private answers(): Promise<boolean> {
    return this.ask(async client => (await client.ping()) === 'PONG').catch(() => false)
  }

  private async ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await question(client)
    } finally {
      client.disconnect()
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

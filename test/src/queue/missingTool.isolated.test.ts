import { beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
})

it.each(['bullmq', 'ioredis'])('a run and a worker report that %s is not installed', async name => {
  vi.doMock(name, () => {
    throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
  })
  const { renderError } = await import('genesis-datasets')
  const { runOnRedis, workOnRedis } = await import('genesis-datasets/queue')
  const url = 'redis://127.0.0.1:1'
  const answers = [await runOnRedis('sums', 42, url, { shards: 2, count: 250 }), await workOnRedis(url)]
  vi.doUnmock(name)
  for (const answer of answers) {
    if (answer._tag === 'Right') return expect.unreachable()
    expect(renderError(answer.left)).toMatch(/^Missing bullmq: expected .*Hint: npm install bullmq ioredis\.$/)
  }
})

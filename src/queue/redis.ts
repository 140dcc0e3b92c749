import { either as E } from 'fp-ts'
import { messageOf } from '../model/messageOf'
import { type FileError, fileError, type Problem } from '../model/problem'

/** The library of queues, and how it reaches Redis. */
export interface Redis {
  readonly bull: typeof import('bullmq')
  readonly connection: { readonly url: string; readonly maxRetriesPerRequest: null }
}

/** Loads the library and sees whether Redis answers: from then on an interruption of the connection is waited out. */
export async function reachRedis(url: string): Promise<E.Either<FileError, Redis>> {
  if (!/^rediss?:\/\/./.test(url)) return E.left(fileError([wrongAddress(url)]))
  const library = await loadLibrary()
  if (E.isLeft(library)) return library
  const { bull, client } = library.right
  const probe = new client.Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  // What it says by its errors, the rejected call says too.
  probe.on('error', () => undefined)
  try {
    await probe.connect()
    await probe.ping()
    return E.right({ bull, connection: { url, maxRetriesPerRequest: null } })
  } catch (thrown) {
    return E.left(fileError([unreachable(url, thrown)]))
  } finally {
    probe.disconnect()
  }
}

async function loadLibrary() {
  try {
    return E.right({ bull: await import('bullmq'), client: await import('ioredis') })
  } catch (thrown) {
    const received = messageOf(thrown) || 'nothing that loads'
    return E.left(
      fileError([
        {
          _tag: 'ToolMissing',
          path: 'bullmq',
          expected: 'the packages that keep queues on Redis',
          received,
          hint: 'npm install bullmq ioredis',
        },
      ]),
    )
  }
}

const wrongAddress = (url: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.redis',
  expected: 'an address such as redis://localhost:6379',
  received: url === '' ? 'nothing' : withoutPassword(url),
  hint: 'redis://user:password@host:port, or rediss:// over TLS',
})

const unreachable = (url: string, thrown: unknown): Problem => ({
  _tag: 'CannotReach',
  path: withoutPassword(url),
  expected: 'a Redis server that answers',
  received: messageOf(thrown) || 'no answer',
  hint: 'start one (redis-server), or look at the address',
})

const withoutPassword = (url: string): string => url.replace(/\/\/[^/]*@/, '//')

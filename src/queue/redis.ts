import { either as E } from 'fp-ts'
import { messageOf } from '../utils/strings/errorMessage'
import { type FileError, fileError, type Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'

/** The library of queues, and how it reaches Redis. */
export interface Redis {
  readonly bull: typeof import('bullmq')
  readonly connection: { readonly url: string; readonly maxRetriesPerRequest: null }
}

/** Loads the library and sees whether Redis answers: from then on an interruption of the connection is waited out. */
export async function reachRedis(url: string): Promise<E.Either<FileError, Redis>> {
  const server = addressOf(url)
  if (server === undefined) return E.left(fileError([wrongAddress(url)]))
  const library = await loadLibrary()
  if (E.isLeft(library)) return library
  const { bull, client } = library.right
  let said: unknown
  const probe = new client.Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  // The call that fails tells that the connection is closed; why, the first error tells.
  probe.on('error', thrown => {
    said ??= thrown
  })
  try {
    await probe.connect()
    await probe.ping()
    return E.right({ bull, connection: { url, maxRetriesPerRequest: null } })
  } catch (thrown) {
    return E.left(fileError([unreachable(server, said ?? thrown)]))
  } finally {
    probe.disconnect()
  }
}

/** Where the server is, without whatever may be secret; undefined for what is no address. */
function addressOf(url: unknown): string | undefined {
  try {
    const { protocol, host } = new URL(String(url))
    return /^rediss?:$/.test(protocol) && host !== '' ? `${protocol}//${host}` : undefined
  } catch {
    return undefined
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

const wrongAddress = (url: unknown): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.redis',
  expected: 'an address such as redis://localhost:6379',
  // It may have a password in it.
  received: typeof url === 'string' && url !== '' ? 'a text that is none' : describe(url),
  hint: 'redis://user:password@host:port, or rediss:// over TLS; / in a password is written %2F',
})

const unreachable = (server: string, thrown: unknown): Problem => {
  const received = (messageOf(thrown) || 'no answer').replace(/\.$/, '')
  const hint = /NOAUTH|WRONGPASS|NOPERM/.test(received)
    ? 'look at the user and the password'
    : 'start one (redis-server), or look at the address'
  return { _tag: 'CannotReach', path: server, expected: 'a Redis server that answers', received, hint }
}

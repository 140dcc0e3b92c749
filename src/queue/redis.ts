import { either as E } from 'fp-ts'
import { messageOf } from '../utils/strings/errorMessage'
import { type FileError, fileError, type Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'

/** Library of queues, with its connection options. */
export interface Redis {
  readonly bull: typeof import('bullmq')
  readonly connection: { readonly url: string; readonly maxRetriesPerRequest: null }
}

/**
 * Loads the library and checks that Redis answers. Returns connection options by which a lost connection is retried without limit,
 * or the problem of the address, the library or the server.
 */
export async function connectToRedis(url: string): Promise<E.Either<FileError, Redis>> {
  const server = addressOf(url)
  if (server === undefined) return E.left(fileError([invalidAddress(url)]))
  const library = await loadLibrary()
  if (E.isLeft(library)) return library
  const { bull, client } = library.right
  let firstError: unknown
  const probe = new client.Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  // The failed call only reports that the connection is closed; the first error has the reason.
  probe.on('error', thrown => {
    firstError ??= thrown
  })
  try {
    await probe.connect()
    await probe.ping()
    return E.right({ bull, connection: { url, maxRetriesPerRequest: null } })
  } catch (thrown) {
    return E.left(fileError([connectionFailed(server, firstError ?? thrown)]))
  } finally {
    probe.disconnect()
  }
}

/** Returns the address of the server without user and password; undefined if the URL is not a Redis address. */
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
    const received = messageOf(thrown) || 'packages that do not load'
    return E.left(
      fileError([
        {
          _tag: 'ToolMissing',
          path: 'bullmq',
          expected: 'the packages for queues on Redis',
          received,
          hint: 'npm install bullmq ioredis',
        },
      ]),
    )
  }
}

const invalidAddress = (url: unknown): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.redis',
  expected: 'an address such as redis://localhost:6379',
  // The text is not printed, because it may contain a password.
  received: typeof url === 'string' && url !== '' ? 'a text that is not such an address' : describe(url),
  hint: 'redis://user:password@host:port, or rediss:// over TLS; / in a password is written %2F',
})

const connectionFailed = (server: string, thrown: unknown): Problem => {
  const received = (messageOf(thrown) || 'no answer').replace(/\.$/, '')
  const hint = /NOAUTH|WRONGPASS|NOPERM/.test(received)
    ? 'check the user and the password'
    : 'start a server (redis-server), or check the address'
  return { _tag: 'ConnectionFailed', path: server, expected: 'a Redis server that answers', received, hint }
}

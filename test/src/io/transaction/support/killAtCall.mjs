// Preloaded by a program (node --import): kills its process at the n-th call that changes files below a folder. A write is
// cut in the middle; any other call is not made. With KILL_AT=0 it kills nothing. With KILL_LOG it writes all calls to a file.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'

const { KILL_AT, KILL_BELOW, KILL_LOG } = process.env
const at = Number(KILL_AT)
const calls = []
const opened = new Map()
const original = { ...fs }

const die = () => {
  process.kill(process.pid, 'SIGKILL')
  // The signal may arrive late: nothing must run after it.
  for (;;);
}

const isBelow = path => typeof path === 'string' && `${path}${sep}`.startsWith(`${KILL_BELOW}${sep}`)

/** Counts a call, and dies at the n-th one; `cut` does a part of it before. */
function count(name, path, cut = () => undefined) {
  calls.push(`${name} ${path}`)
  if (calls.length !== at) return
  cut()
  die()
}

for (const name of ['mkdirSync', 'renameSync', 'linkSync', 'rmSync', 'rmdirSync']) {
  fs[name] = (path, ...rest) => {
    if (isBelow(path)) count(name, path)
    return original[name](path, ...rest)
  }
}

fs.openSync = (path, flags, ...rest) => {
  if (isBelow(path) && flags !== 'r') count('openSync', path)
  const descriptor = original.openSync(path, flags, ...rest)
  if (isBelow(path)) opened.set(descriptor, { path, writes: flags !== 'r' })
  return descriptor
}

fs.writeSync = (descriptor, bytes, offset, length, position) => {
  const file = opened.get(descriptor)
  if (file !== undefined) {
    count('writeSync', file.path, () => original.writeSync(descriptor, bytes, offset, Math.floor(length / 2), position))
  }
  return original.writeSync(descriptor, bytes, offset, length, position)
}

for (const name of ['fsyncSync', 'ftruncateSync']) {
  fs[name] = (descriptor, ...rest) => {
    const file = opened.get(descriptor)
    if (file !== undefined) count(name, file.path)
    return original[name](descriptor, ...rest)
  }
}

fs.closeSync = descriptor => {
  const file = opened.get(descriptor)
  if (file?.writes) count('closeSync', file.path)
  opened.delete(descriptor)
  return original.closeSync(descriptor)
}

syncBuiltinESMExports()

if (KILL_LOG !== undefined) process.on('exit', () => original.writeFileSync(KILL_LOG, JSON.stringify(calls)))

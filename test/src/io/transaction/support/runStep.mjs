// Runs calls on files of the built package in the given folder: the given call, or all calls that it receives as messages.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [dist, only] = process.argv.slice(2)
const load = name => import(pathToFileURL(join(dist, `${name}.js`)).href)
const [files, levels, { renderError }] = await Promise.all([load('files'), load('levels'), load('index')])
const sums = await levels.sums()

/** Runs a call; returns the exit status of a process that would make it. */
async function run({ call, seed, options }) {
  const words = call === 'exportFiles' ? [options] : seed === undefined ? [sums, options] : [sums, seed, options]
  const result = await files[call](...words)
  return result._tag === 'Right' ? { status: 0, signal: null, stderr: '' } : { status: 1, signal: null, stderr: renderError(result.left) }
}

if (only === undefined) process.on('message', async ({ id, step }) => process.send({ id, ...(await run(step)) }))
else {
  const { status, stderr } = await run(JSON.parse(only))
  process.stderr.write(stderr)
  process.exitCode = status
}

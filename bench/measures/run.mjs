// Runs a measure in a process of its own and gives what it prints.
import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'

const at = name => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))

export const measure = (name, ...words) =>
  JSON.parse(execFileSync(process.execPath, [at(name), ...words.map(String)], { encoding: 'utf8', maxBuffer: 1 << 26 }))

/** The same measure several times at once. */
export const measureAtOnce = (times, name, ...words) =>
  Promise.all(
    Array.from({ length: times }, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [at(name), ...words.map(String)])
      return JSON.parse(stdout)
    }),
  )

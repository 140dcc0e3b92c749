// Runs a measurement in a separate process and returns the JSON that it prints.
import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'

const at = name => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))

/** Runs a measurement and returns its result. */
export const measure = (name, ...words) =>
  JSON.parse(execFileSync(process.execPath, [at(name), ...words.map(String)], { encoding: 'utf8', maxBuffer: 1 << 26 }))

/** Runs the same measurement several times in parallel and returns all results. */
export const measureInParallel = (times, name, ...words) =>
  Promise.all(
    Array.from({ length: times }, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [at(name), ...words.map(String)])
      return JSON.parse(stdout)
    }),
  )

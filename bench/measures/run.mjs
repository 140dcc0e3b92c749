// Runs a measure in a process of its own and gives what it prints.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const at = name => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))

export const measure = (name, ...words) =>
  JSON.parse(execFileSync(process.execPath, [at(name), ...words.map(String)], { encoding: 'utf8', maxBuffer: 1 << 26 }))

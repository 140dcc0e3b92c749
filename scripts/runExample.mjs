/** Bundles and runs a program of examples/: npm run example -- writeLevel */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const names = readdirSync(`${root}examples`).flatMap(file => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
const [name] = process.argv.slice(2)
if (!names.includes(name)) {
  process.stderr.write(`Choose one of ${names.join(', ')}. For example: npm run example -- ${names[0]}\n`)
  process.exit(2)
}
const run = words => {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
const tsup = ['node_modules/tsup/dist/cli-default.js', '--no-config', '--silent', '--format', 'esm']
run([...tsup, `examples/${name}.ts`, '--out-dir', 'reports/examples', '--external', 'genesis-datasets'])
run([`reports/examples/${name}.js`])

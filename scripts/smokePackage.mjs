/**
 * Packs the built package, installs it into an empty folder, and uses it there like a user: as an ES module, as CommonJS,
 * from the compiler, from the shell, and without the optional tools.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DATA_FILES = ['raw/NAME/samples.jsonl', ...['train', 'val', 'test', 'adversarial'].map(split => `validated/NAME/${split}.jsonl`)]
const folder = mkdtempSync(join(tmpdir(), 'genesis-smoke-'))

/**
 * Runs a program to its end.
 *
 * @throws Error with its whole output if its exit status is not the expected one.
 */
function run(program, words, { cwd = folder, status = 0 } = {}) {
  const ended = spawnSync(program, words, { cwd, encoding: 'utf8' })
  if (ended.status !== status) {
    throw new Error(
      [`${program} ${words.join(' ')} ended with ${ended.status}`, ended.error?.message, ended.stdout, ended.stderr].join('\n'),
    )
  }
  return ended
}

function step(name, check) {
  check()
  process.stderr.write(`smoke: ${name}\n`)
}

/** Runs the commands of the command line guide in order, with the level of the tutorial. */
function followGuide() {
  const guide = readFileSync(join(ROOT, 'docs/guides/commandLine.md'), 'utf8')
  const tutorial = readFileSync(join(ROOT, 'docs/tutorial.md'), 'utf8')
  const [, level] = /Save this as `doubles\.ts`[\s\S]*?^```ts\n([\s\S]*?)^```$/m.exec(tutorial)
  writeFileSync(join(folder, 'doubles.ts'), level)
  const commands = [...guide.matchAll(/^npx (genesis-datasets .+)$/gm)].map(([, words]) => words)
  assert.ok(commands.length >= 10)
  for (const words of commands) {
    if (words.includes(' grade ')) writePredictions()
    run('npx', ['--no-install', ...words.split(' ').map(word => word.replaceAll("'", ''))])
  }
  assert.equal(rowsOf('datasets/validated/level0', ['train', 'val', 'test', 'adversarial']).length, 1000)
}

const rowsOf = (path, splits) =>
  splits.flatMap(split =>
    readFileSync(join(folder, path, `${split}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  )

function writePredictions() {
  const lines = rowsOf('datasets/validated/sums', ['test', 'adversarial']).map(({ id, expected_output }) =>
    JSON.stringify({ id, output: expected_output }),
  )
  writeFileSync(join(folder, 'predictions.jsonl'), lines.join('\n'))
}

function buildFromShell(level, name, hasCharts = true) {
  const { stdout, stderr } = run('npx', [
    '--no-install',
    'genesis-datasets',
    'build',
    '--level',
    level,
    '--count',
    '250',
    '--out',
    'data',
    '--force',
  ])
  assert.equal(stdout, '')
  assert.match(stderr, /seed 42: 250 rows/)
  const [raw, ...splits] = DATA_FILES.map(file => readFileSync(join(folder, 'data', file.replace('NAME', name)), 'utf8'))
  assert.equal(raw.match(/\n/g).length, 250)
  assert.equal(splits.join('').match(/\n/g).length, 250)
  assert.equal(readFileSync(join(folder, `data/reports/${name}.html`), 'utf8').includes('<svg'), hasCharts)
}

/** Runs every example of the package unchanged with jiti, which the command needs and so is installed. */
function runExamples() {
  const examples = join(folder, 'node_modules/genesis-datasets/examples')
  const programs = readdirSync(examples).filter(file => file.endsWith('.ts'))
  assert.ok(programs.length >= 5)
  const levels = readdirSync(join(examples, 'levels')).map(file => join('levels', file))
  for (const file of [...programs, ...levels]) {
    const { stdout } = run('npx', ['--no-install', 'jiti', join(examples, file)])
    assert.equal(stdout !== '', programs.includes(file), `${file} printed ${stdout.length} characters`)
  }
}

try {
  step('pack', () => run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT }))
  step('install', () => {
    const tarball = readdirSync(folder).find(file => file.endsWith('.tgz'))
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts=false', `./${tarball}`])
    cpSync(join(ROOT, 'scripts/smoke'), folder, { recursive: true })
    // The same source as CommonJS makes the compiler read the package's CommonJS declarations.
    cpSync(join(folder, 'types.mts'), join(folder, 'types.cts'))
  })
  step('ES module', () => run('node', ['consumer.mjs']))
  step('CommonJS', () => run('node', ['consumer.cjs']))
  step('examples', runExamples)
  step('types', () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--module', 'nodenext', '--ignoreConfig']
    run('node', [compiler, ...options, 'types.mts', 'types.cts'])
  })
  step('command, sums', () => buildFromShell('sums', 'sums'))
  step('command, level 0', () => buildFromShell('0', 'level0'))
  step('command line guide', followGuide)
  step('without optional tools', () => {
    for (const tool of ['iced-x86', '@alexaltea/capstone-js']) {
      rmSync(join(folder, 'node_modules', tool), { recursive: true })
      assert.ok(run('npx', ['--no-install', 'genesis-datasets', 'build', '--level', '0'], { status: 2 }).stderr.includes('npm install'))
    }
    rmSync(join(folder, 'node_modules/@observablehq/plot'), { recursive: true })
    buildFromShell('sums', 'sums', false)
  })
  process.stdout.write('smoke: ok\n')
} catch (thrown) {
  process.stdout.write(`smoke: failed\n${thrown.stack}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Writes one report per entry point with its public interface into docs/api, from the built declarations: npm run api.
 * With --check it changes nothing, and fails if a report differs from the declarations.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url))
const COMMITTED = at('docs/api')
const CURRENT = at('reports/api')

/** Extracts the report of one entry point, with every type that its signatures name, exported or not. */
function extract(entry) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: at('.'),
      newlineKind: 'lf',
      mainEntryPointFilePath: at(`dist/${entry}.d.ts`),
      compiler: { tsconfigFilePath: at('tsconfig.json') },
      apiReport: {
        enabled: true,
        reportFileName: entry,
        reportFolder: CURRENT,
        reportTempFolder: join(CURRENT, 'temporary'),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Messages contain the names of files in dist, which change with every build. The compiler and the linter check the rest.
      messages: {
        compilerMessageReporting: { default: { logLevel: 'none' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: at('package.json'),
  })
  const messageCallback = message => {
    message.handled = true
  }
  const { succeeded } = Extractor.invoke(config, { localBuild: true, messageCallback })
  if (!succeeded) throw new Error(`the interface of ${entry} cannot be extracted`)
}

const textOf = (folder, file) => {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return ''
  }
}

const { exports } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
const entries = Object.values(exports).flatMap(entry => (entry.import === undefined ? [] : [basename(entry.import.types, '.d.ts')]))
// Removes the reports of entry points that no longer exist.
rmSync(CURRENT, { recursive: true, force: true })
for (const folder of [COMMITTED, CURRENT]) mkdirSync(folder, { recursive: true })
for (const entry of entries) extract(entry)

const files = new Set([...readdirSync(COMMITTED), ...entries.map(entry => `${entry}.api.md`)])
const stale = [...files].filter(file => textOf(COMMITTED, file) !== textOf(CURRENT, file)).sort()
for (const file of stale) {
  const now = textOf(CURRENT, file)
  if (process.argv.includes('--check')) {
    spawnSync('git', ['--no-pager', 'diff', '--no-index', join(COMMITTED, file), join(CURRENT, file)], { cwd: at('.'), stdio: 'inherit' })
    continue
  }
  if (now === '') rmSync(join(COMMITTED, file))
  else writeFileSync(join(COMMITTED, file), now)
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stdout.write(`The public interface differs from docs/api. If the change is intended, run npm run api.\n`)
  process.exitCode = 1
}

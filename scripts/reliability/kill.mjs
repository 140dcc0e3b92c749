// Kills every step of the workflow with SIGKILL:
// - at calls that change the disk: every call from the publication of the files on, and about --calls calls before it
// - several times in a row
// - at times spread over the run of the real command
// Then runs the same step to its end and compares all bytes with an undisturbed run. Exits with 1 if a file is torn,
// something is left over, or bytes differ.
// node scripts/reliability/kill.mjs [--times 15] [--calls 24] [--rows 300] [--command-rows 12000] [--parallel 2]
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createJiti } from 'jiti'
import { builtPackage } from './support/builtPackage.mjs'
import { CommandTrials } from './support/commandTrials.mjs'
import { markdownTable } from './support/markdownTable.mjs'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '15' },
    calls: { type: 'string', default: '24' },
    rows: { type: 'string', default: '300' },
    'command-rows': { type: 'string', default: '12000' },
    parallel: { type: 'string', default: '2' },
  },
})
const support = name => fileURLToPath(new URL(`../../test/src/io/transaction/support/${name}.ts`, import.meta.url))
const jiti = createJiti(import.meta.url)
const [{ Trials }, { scenariosOf }, { mapWithLimit }] = await Promise.all(
  ['trial', 'scenarios', 'mapWithLimit'].map(name => jiti.import(support(name))),
)

const parallelKills = Number(values.parallel)
const CHAINS = 4
const KILLS_IN_A_CHAIN = 5

/** Returns a table row for trials of one kind. Writes every fault in full to stderr. */
function rowOf(name, kind, trials) {
  for (const { failure, torn, strays, leftOver, other, at } of trials) {
    if (failure === undefined && torn.length + strays.length + leftOver.length + other.length === 0) continue
    process.exitCode = 1
    process.stderr.write(`${name}, ${kind} ${at}: ${JSON.stringify({ failure, torn, strays, leftOver, other })}\n`)
  }
  const count = hasFault => trials.filter(hasFault).length
  const killed = trials.reduce((sum, trial) => sum + trial.kills, 0)
  const torn = count(trial => trial.torn.length + trial.strays.length > 0)
  const leftOver = count(trial => trial.leftOver.length > 0)
  const others = count(trial => trial.failure !== undefined || trial.other.length > 0)
  process.stderr.write(`${name}, ${kind}: ${killed} kills, ${torn} torn, ${leftOver} left over, ${others} other bytes\n`)
  return [name, kind, killed, torn, leftOver, others]
}

/** Returns a fraction that is the same on every run. Fractions of the golden ratio spread evenly. */
const spread = index => ((index + 1) * 0.618_033_988_749_895) % 1

async function byCall(trials, scenario) {
  const prepared = await trials.prepare(scenario)
  const promise = prepared.calls.findIndex(call => call.includes('commit.json.unfinished'))
  const every = Math.max(1, Math.round(promise / Number(values.calls)))
  const points = prepared.calls.flatMap((_, index) => (index >= promise || index % every === 0 ? [[index + 1]] : []))
  const chains = Array.from({ length: CHAINS }, (_, chain) =>
    Array.from({ length: KILLS_IN_A_CHAIN }, (_, kill) => 1 + Math.floor(spread(chain * KILLS_IN_A_CHAIN + kill) * prepared.calls.length)),
  )
  const [alone, inARow] = await Promise.all(
    [points, chains].map(async (all, index) =>
      mapWithLimit(all, index === 0 ? parallelKills : 1, async at => ({ ...(await trials.kill(prepared, at)), at })),
    ),
  )
  return [rowOf(scenario.name, 'by call', alone), rowOf(scenario.name, `${KILLS_IN_A_CHAIN} in a row`, inARow)]
}

const { command } = builtPackage()
const trials = new Trials(dirname(command))
const commandTrials = new CommandTrials(command, jiti, support, Number(values['command-rows']))
try {
  const rows = []
  for (const scenario of scenariosOf(Number(values.rows), Math.ceil(Number(values.rows) / 3)))
    rows.push(...(await byCall(trials, scenario)))
  for (const step of commandTrials.steps) rows.push(rowOf(step.name, 'by time', await commandTrials.killByTime(step, Number(values.times))))
  const sum = column => rows.reduce((total, row) => total + row[column], 0)
  rows.push(['all', '', sum(2), sum(3), sum(4), sum(5)])
  process.stdout.write(`${markdownTable(['step', 'kind', 'kills', 'torn', 'left over', 'other bytes'], rows)}\n`)
} finally {
  trials.dispose()
  commandTrials.dispose()
}

import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nodeDisk } from '../../../../src/io/disk/disk'
import { lockFolder } from '../../../../src/io/transaction/lock'

/**
 * A process that wants a lock until it has it. Then it holds it until it is killed (`hold`), or ends as if it were killed
 * (`leave`): its lock stays, and is stale. Says `alone`, or `not alone` where another one was inside at the same time.
 */
const [folder = '', what = ''] = process.argv.slice(2)
const [inside, start] = [join(folder, '..', 'inside'), join(folder, '..', 'start')]

if (what === 'leave') {
  process.stdout.write('ready\n')
  while (!existsSync(start)) await setTimeout(1)
}
for (;;) {
  const lock = lockFolder({ ...nodeDisk, sync: () => undefined }, folder)
  if (!('_tag' in lock)) break
  await setTimeout(1)
}
if (what === 'hold') {
  process.stdout.write('held\n')
  await setTimeout(60_000)
} else process.stdout.write(`${await isAlone()}\n`, () => process.exit(0))

async function isAlone(): Promise<'alone' | 'not alone'> {
  try {
    closeSync(openSync(inside, 'wx'))
  } catch {
    return 'not alone'
  }
  await setTimeout(3)
  rmSync(inside)
  return 'alone'
}

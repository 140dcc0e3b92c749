import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nodeDisk } from '../../../../src/io/disk/disk'
import { lockFolder } from '../../../../src/io/transaction/lock'

/**
 * A process that requests a lock until it has it. It then holds the lock until it is killed (`hold`), or exits without
 * releasing it (`leave`), so that the lock is stale. It prints `alone`, or `not alone` if another process was inside as well.
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

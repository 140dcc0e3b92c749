import { sums } from '../../../../examples/levels/sums'
import { digest } from './digest'

/** A separate program to be run in another environment. */
process.stdout.write(`${digest(sums, 42, 200)} ${Intl.DateTimeFormat().resolvedOptions().timeZone} ${(1234.5).toLocaleString()}`)

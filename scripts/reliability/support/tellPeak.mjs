// Loaded before a command (node --import): writes the most memory that its process ever held, in kilobytes, where it is told.
import { writeFileSync } from 'node:fs'

const path = process.env.TELL_PEAK
process.on('exit', () => writeFileSync(path, String(process.resourceUsage().maxRSS)))

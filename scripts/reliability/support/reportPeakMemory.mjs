// Loaded before a command (node --import). Writes the peak memory of the process, in kilobytes, to PEAK_MEMORY_FILE.
import { writeFileSync } from 'node:fs'

const path = process.env.PEAK_MEMORY_FILE
process.on('exit', () => writeFileSync(path, String(process.resourceUsage().maxRSS)))

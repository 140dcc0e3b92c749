/** Prints how many tests passed and how many failed, from a file of vitest's JSON reporter; a file that cannot load counts as one. */
import { readFileSync } from 'node:fs'

function count(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
    )
    return [numPassedTests, numFailedTests + broken.length]
  } catch {
    return [0, 1]
  }
}

process.stdout.write(`${count(process.argv[2]).join(' ')}\n`)

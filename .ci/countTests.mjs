/** Prints the numbers of passed and of failed tests, from a file of vitest's JSON reporter. A test file that cannot load counts as one failed test. */
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

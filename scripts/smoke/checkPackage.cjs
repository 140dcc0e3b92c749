const assert = require('node:assert/strict')

/** Checks the installed package, regardless of how it was loaded. */
exports.checkPackage = async ({ fastCheck, genesis, arbitraries, laws, levels, files }) => {
  const { buildDataset, fc, renderError } = genesis
  for (const name of ['Arbitrary', 'integer', 'assert', 'Random']) {
    assert.equal(fc[name], fastCheck[name], `fc.${name} belongs to another copy of fast-check`)
  }
  assert.equal(typeof arbitraries.byDifficulty, 'function')
  assert.equal(typeof laws.law, 'function')
  assert.equal(typeof levels.sums, 'function')
  assert.equal(typeof files.buildFiles, 'function')
  for (const [name, level] of Object.entries(levels)) {
    if (name === 'default') continue
    const built = buildDataset(await level(), 42, { count: 50 })
    assert.equal(built._tag, 'Right', built._tag === 'Left' ? renderError(built.left) : '')
    assert.equal(built.right.samples.length, 50)
    assert.ok(built.right.samples.every(sample => sample.verified))
  }
}

/** User's program as a CommonJS module: all sub-paths, one copy of fast-check, 50 rows of each level. */
const { checkPackage } = require('./checkPackage.cjs')

checkPackage({
  fastCheck: require('fast-check'),
  genesis: require('genesis-datasets'),
  arbitraries: require('genesis-datasets/arbitraries'),
  laws: require('genesis-datasets/laws'),
  levels: require('genesis-datasets/levels'),
  files: require('genesis-datasets/files'),
})

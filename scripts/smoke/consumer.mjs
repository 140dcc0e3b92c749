/** User's program as an ES module: all sub-paths, one copy of fast-check, 50 rows of each level. */
import assert from 'node:assert/strict'
import * as fastCheck from 'fast-check'
import * as genesis from 'genesis-datasets'
import * as arbitraries from 'genesis-datasets/arbitraries'
import * as files from 'genesis-datasets/files'
import * as laws from 'genesis-datasets/laws'
import * as levels from 'genesis-datasets/levels'
import { checkPackage } from './checkPackage.cjs'

assert.equal(genesis.fc, fastCheck, 'fc is not the module fast-check')
await checkPackage({ fastCheck, genesis, arbitraries, laws, levels, files })

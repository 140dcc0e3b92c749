import * as fc from 'fast-check'

// The same cases for every mutant, and no shrinking where one is killed: any counterexample does it.
fc.configureGlobal({ seed: 42, endOnFailure: true })

import * as fc from 'fast-check'

// A mutant must run on the same cases that passed without it. Otherwise, chance would decide whether it is killed. Any
// counterexample kills it, so none is shrunk. Properties that set their own seed keep it.
fc.configureGlobal({ seed: 42, endOnFailure: true })

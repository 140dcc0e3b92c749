import * as fc from 'fast-check'

// A mutant must meet the very cases that passed without it, or chance would decide whether it is killed; and whatever
// counterexample kills it will do, so none is shrunk. Properties that set a seed of their own keep it.
fc.configureGlobal({ seed: 42, endOnFailure: true })

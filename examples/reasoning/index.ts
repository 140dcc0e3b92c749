export { baseConversion } from './baseConversion'
export { chainSum } from './chainSum'
export { propositionalLogic } from './propositionalLogic'
export { knightsKnaves } from './knightsKnaves'

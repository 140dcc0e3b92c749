export { baseConversion } from './baseConversion'
export { chainSum } from './chainSum'

export { level0 } from './level0'
export { level1 } from './level1'
export { sums } from './sums'
export * from '../reasoning/index'

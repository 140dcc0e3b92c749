export { level0 } from './level0'
export { sums } from './sums'
export { level1 } from './level1'

export { level0 } from './level0'
export { sums } from './sums'

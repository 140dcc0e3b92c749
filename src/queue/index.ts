export type { LoadError } from '../loader/loadLevel'
export type { FileError } from '../model/problem'
export { type QueueOptions, runOnRedis } from './runOnRedis'
export { type WorkOptions, workOnRedis } from './workOnRedis'

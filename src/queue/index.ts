export type { LoadError } from '../loader/loadLevel'
export type { FileError } from '../model/problem'
export { type RedisRunOptions, runOnRedis } from './runOnRedis'
export { type RedisWorkerOptions, workOnRedis } from './workOnRedis'

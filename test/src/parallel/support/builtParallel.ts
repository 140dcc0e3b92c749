import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as parallel from 'genesis-datasets/parallel'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'

/** The built package, whose threads run its own files, with its call that draws on them. */
export interface BuiltParallel {
  readonly built: BuiltPackage
  readonly buildDatasetParallel: typeof parallel.buildDatasetParallel
}

/** Builds the package unless it is in the cache, and loads its call that draws on threads. */
export async function loadBuiltParallel(): Promise<BuiltParallel> {
  const built = buildPackageInCache()
  const module = (await import(pathToFileURL(join(built.folder, 'dist/parallel.js')).href)) as typeof parallel
  return { built, buildDatasetParallel: module.buildDatasetParallel }
}

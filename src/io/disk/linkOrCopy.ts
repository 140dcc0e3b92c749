import { constants, copyFileSync } from 'node:fs'

const NO_HARD_LINK_CODES = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/**
 * Gives a file a second name. Throws EEXIST if that name exists. On a file system without hard links (FAT, some network file
 * systems) it copies the file instead, and the copy never overwrites a file either.
 */
export function linkOrCopy(link: (from: string, to: string) => void, from: string, to: string): void {
  try {
    link(from, to)
  } catch (thrown) {
    if (!NO_HARD_LINK_CODES.includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}

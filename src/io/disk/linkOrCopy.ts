import { constants, copyFileSync } from 'node:fs'

const HAS_NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/**
 * Gives a file a second name unless that is taken (EEXIST). A file system without hard links (FAT, some of networks) gets a
 * copy instead, which is never made over another file either.
 */
export function linkOrCopy(link: (from: string, to: string) => void, from: string, to: string): void {
  try {
    link(from, to)
  } catch (thrown) {
    if (!HAS_NO_LINKS.includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}

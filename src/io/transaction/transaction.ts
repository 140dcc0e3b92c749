import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import type { FileFacts } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import type { Disk } from '../disk/disk'
import { DiskFault } from '../disk/diskFault'
import { type Checkpoint, readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint'
import { commitFiles, recoverCommit } from './commit'
import { removeLeftovers } from './leftovers'
import { type Lock, lockFolder } from './lock'
import { quietly } from './ignoreErrors'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

export interface TransactionOptions {
  readonly disk: Disk
  /** The folder that is locked; all paths are below it. */
  readonly root: string
  /** What is asked for, in full: an interrupted run is gone on with by the same request alone. */
  readonly request: string
  /** The files that grow row by row. */
  readonly paths: readonly string[]
  /** How many rows are lost at most by a run that is killed. */
  readonly checkpointEvery: number
}

/**
 * Files that appear together, whole, or not at all. Until then each is a dot-file; what was in them at a checkpoint is
 * found again, by its hash, by the next run with the same request. Every method throws what the disk throws.
 */
export class Transaction {
  private readonly files = new Map<string, UnfinishedFile>()
  private isOpen = false
  private rowsAtCheckpoint = 0
  /** What the next run has to know to go on from here; undefined where it cannot. */
  stateNow: () => object | undefined = () => undefined

  private constructor(
    private readonly options: TransactionOptions,
    private readonly lock: Lock,
  ) {}

  /** Locks the folder and finds what an earlier run left; a problem where another run is at work there. */
  static begin(options: TransactionOptions): E.Either<Problem, Transaction> {
    const lock = lockFolder(options.disk, join(options.root, '.genesis'))
    if ('_tag' in lock) return E.left(lock)
    const transaction = new Transaction(options, lock)
    try {
      recoverCommit(options.disk, options.root)
      return E.right(transaction)
    } catch (thrown) {
      transaction.suspend()
      throw thrown
    }
  }

  /** Makes the files, or finds those of an interrupted run: then it gives the state of its last checkpoint. */
  open(): unknown {
    const { root, request, paths } = this.options
    for (const path of paths) {
      if (statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true) throw new DiskFault(`${path} is a folder`)
    }
    this.isOpen = true
    const checkpoint = readCheckpoint(root)
    if (checkpoint?.request !== request || !this.resume(checkpoint)) return this.openFresh()
    this.removeLeftovers()
    return checkpoint.state
  }

  /** Makes the files anew, whatever an interrupted run left. */
  openFresh(): undefined {
    const { disk, root, paths } = this.options
    for (const file of this.files.values()) file.close()
    this.files.clear()
    removeCheckpoint(disk, root)
    this.removeLeftovers()
    for (const path of paths) this.files.set(path, UnfinishedFile.fresh(disk, join(root, path)))
  }

  append(path: string, content: string | Uint8Array, rows = 1): void {
    const file = this.files.get(path)
    if (file === undefined) throw new Error(`${path} is no file of this run`)
    file.append(content, rows)
  }

  /** Between two units, after so many rows: makes a checkpoint where the last one is long ago. */
  pause(rows: number): void {
    if (rows - this.rowsAtCheckpoint < this.options.checkpointEvery) return
    this.checkpoint()
    this.rowsAtCheckpoint = rows
  }

  /** All is appended: what is in each file, once it is on the disk. */
  finish(): Readonly<Record<string, FileFacts>> {
    const facts: Record<string, FileFacts> = {}
    for (const [path, file] of this.files) {
      facts[path] = file.sync()
      file.close()
    }
    return facts
  }

  /** Gives the finished files their names, and small ones with them; then nothing is left but these. */
  commit(facts: Readonly<Record<string, FileFacts>>, small: Readonly<Record<string, string>>): void {
    const { disk, root } = this.options
    const hashes: Record<string, string> = Object.fromEntries(Object.entries(facts).map(([path, { sha256 }]) => [path, sha256]))
    for (const [path, text] of Object.entries(small)) {
      const file = UnfinishedFile.fresh(disk, join(root, path))
      this.files.set(path, file)
      file.append(text, 0)
      hashes[path] = file.sync().sha256
      file.close()
    }
    if (!this.lock.isHeld()) throw new DiskFault(`the lock in ${root} was taken away, so somebody else may be writing there`)
    if (Object.keys(hashes).length > 0) commitFiles(disk, root, hashes)
    this.release()
  }

  /** Leaves all that was appended for the next run. It never throws. */
  interrupt(): void {
    quietly(() => this.isOpen && this.checkpoint())
    this.suspend()
  }

  /** Leaves what is there for the next run. It never throws. */
  suspend(): void {
    for (const file of this.files.values()) quietly(() => file.close())
    this.release()
  }

  /** Removes what this run has made. It never throws. */
  abandon(): void {
    const { disk, root } = this.options
    for (const file of this.files.values()) quietly(() => file.close())
    for (const path of this.files.keys()) quietly(() => disk.remove(unfinishedName(join(root, path))))
    this.removeEmptyFolders()
    quietly(() => this.isOpen && removeCheckpoint(disk, root))
    this.release()
  }

  /** Makes sure that all that was appended is found again, together with the state. */
  private checkpoint(): void {
    const { disk, root, request } = this.options
    const state = this.stateNow()
    if (state === undefined) return
    const files: Record<string, FileFacts> = {}
    for (const [path, file] of this.files) files[path] = file.sync()
    writeCheckpoint(disk, root, { request, files, state })
  }

  /** Those in which its files would have stood; one that has anything else in it stays, for it cannot be removed. */
  private removeEmptyFolders(): void {
    const { disk, root, paths } = this.options
    for (const path of paths) {
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) quietly(() => disk.removeFolder(join(root, folder)))
    }
  }

  private release(): void {
    const { disk, root } = this.options
    quietly(() => this.lock.release())
    // Fails, as it should, where there is something in it: a checkpoint, or the lock of the next run.
    quietly(() => disk.removeFolder(join(root, '.genesis')))
  }

  private resume({ files }: Checkpoint): boolean {
    const { disk, root, paths } = this.options
    for (const path of paths) {
      const facts = files[path]
      const file = facts && UnfinishedFile.resumed(disk, join(root, path), facts)
      if (file === undefined) return false
      this.files.set(path, file)
    }
    return true
  }

  private removeLeftovers(): void {
    const { disk, root, paths } = this.options
    const open = new Set([...this.files.keys()].map(path => unfinishedName(join(root, path))))
    const folders = paths.map(path => dirname(join(root, path)))
    removeLeftovers(disk, root, folders, open)
  }
}

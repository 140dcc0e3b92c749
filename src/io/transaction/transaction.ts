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
import { ignoreErrors } from './ignoreErrors'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

/** Options of a {@link Transaction}. */
export interface TransactionOptions {
  readonly disk: Disk
  /** Folder to lock. All paths are relative to it. */
  readonly root: string
  /** The complete request. Only an equal request resumes an interrupted run. */
  readonly request: string
  /** Paths of the files that grow row by row. */
  readonly paths: readonly string[]
  /** Maximum number of rows that a killed run loses. */
  readonly checkpointEvery: number
}

/**
 * Publishes several files together, or none of them. Until the commit each file is a dot-file. The next run with an equal
 * request resumes from the last checkpoint, after comparing hashes. Every method throws the disk's error.
 */
export class Transaction {
  private readonly files = new Map<string, UnfinishedFile>()
  private isOpen = false
  private rowsAtCheckpoint = 0
  /** Returns the state that the next run needs to resume from here; undefined if it cannot resume. */
  stateNow: () => object | undefined = () => undefined

  private constructor(
    private readonly options: TransactionOptions,
    private readonly lock: Lock,
  ) {}

  /** Locks the folder and completes an interrupted commit. Returns a problem if another run holds the lock. */
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

  /** Opens the files. Resumes an interrupted run and returns the state of its last checkpoint, or creates empty files. */
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

  /** Creates empty files and discards the files of an interrupted run. */
  openFresh(): undefined {
    const { disk, root, paths } = this.options
    for (const file of this.files.values()) file.close()
    this.files.clear()
    removeCheckpoint(disk, root)
    this.removeLeftovers()
    for (const path of paths) this.files.set(path, UnfinishedFile.create(disk, join(root, path)))
  }

  /** Appends to an open file. `rows` is the number of rows in `content`. */
  append(path: string, content: string | Uint8Array, rows = 1): void {
    const file = this.files.get(path)
    if (file === undefined) throw new Error(`${path} is not a file of this run`)
    file.append(content, rows)
  }

  /** Makes a checkpoint if enough rows were appended since the last one. Call it between two units, with the number of rows so far. */
  pause(rows: number): void {
    if (rows - this.rowsAtCheckpoint < this.options.checkpointEvery) return
    this.checkpoint()
    this.rowsAtCheckpoint = rows
  }

  /** Flushes and closes all files after the last append. Returns their facts by path. */
  finish(): Readonly<Record<string, FileFacts>> {
    const facts: Record<string, FileFacts> = {}
    for (const [path, file] of this.files) {
      facts[path] = file.sync()
      file.close()
    }
    return facts
  }

  /** Publishes the finished files together with small ones, given as texts by path. Leaves no temporary file. */
  commit(facts: Readonly<Record<string, FileFacts>>, small: Readonly<Record<string, string>>): void {
    const { disk, root } = this.options
    const hashes: Record<string, string> = Object.fromEntries(Object.entries(facts).map(([path, { sha256 }]) => [path, sha256]))
    for (const [path, text] of Object.entries(small)) {
      const file = UnfinishedFile.create(disk, join(root, path))
      this.files.set(path, file)
      file.append(text, 0)
      hashes[path] = file.sync().sha256
      file.close()
    }
    if (!this.lock.isHeld()) throw new DiskFault(`the lock in ${root} was removed, so another process may be writing there`)
    if (Object.keys(hashes).length > 0) commitFiles(disk, root, hashes)
    this.release()
  }

  /** Ends the run and keeps everything appended so far for the next run. Never throws. */
  interrupt(): void {
    ignoreErrors(() => this.isOpen && this.checkpoint())
    this.suspend()
  }

  /** Ends the run without a new checkpoint; the next run resumes from the last one. Never throws. */
  suspend(): void {
    for (const file of this.files.values()) ignoreErrors(() => file.close())
    this.release()
  }

  /** Ends the run and removes its files. Never throws. */
  abandon(): void {
    const { disk, root } = this.options
    for (const file of this.files.values()) ignoreErrors(() => file.close())
    for (const path of this.files.keys()) ignoreErrors(() => disk.remove(unfinishedName(join(root, path))))
    this.removeEmptyFolders()
    ignoreErrors(() => this.isOpen && removeCheckpoint(disk, root))
    this.release()
  }

  /** Flushes all files and saves their facts together with the state. */
  private checkpoint(): void {
    const { disk, root, request } = this.options
    const state = this.stateNow()
    if (state === undefined) return
    const files: Record<string, FileFacts> = {}
    for (const [path, file] of this.files) files[path] = file.sync()
    writeCheckpoint(disk, root, { request, files, state })
  }

  /** Removes the folders of the run's files if they are empty; removing any other folder fails and is ignored. */
  private removeEmptyFolders(): void {
    const { disk, root, paths } = this.options
    for (const path of paths) {
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) ignoreErrors(() => disk.removeFolder(join(root, folder)))
    }
  }

  private release(): void {
    const { disk, root } = this.options
    ignoreErrors(() => this.lock.release())
    // This fails, as intended, if the folder contains a checkpoint or the lock of the next run.
    ignoreErrors(() => disk.removeFolder(join(root, '.genesis')))
  }

  private resume({ files }: Checkpoint): boolean {
    const { disk, root, paths } = this.options
    for (const path of paths) {
      const facts = files[path]
      const file = facts && UnfinishedFile.resume(disk, join(root, path), facts)
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

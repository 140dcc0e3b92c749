import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** WASM module of v86 and the version of the package. */
export interface WasmFile {
  readonly bytes: Uint8Array
  readonly version: string
}

const PACKAGE = 'v86'

/** Only version of v86 whose memory layout is known. The layout is undocumented. */
const KNOWN_VERSION = '0.5.462'

/** Reads the WASM module of v86 from the installed package. Rejects with an error that names the package to install. */
export async function readWasmFile(): Promise<WasmFile> {
  let version: string
  let bytes: Uint8Array
  try {
    const { resolve } = createRequire(import.meta.url)
    const manifest = JSON.parse(await readFile(resolve(`${PACKAGE}/package.json`), 'utf8')) as { readonly version: string }
    version = manifest.version.replace(/\+.*/, '')
    bytes = await readFile(resolve(`${PACKAGE}/build/v86.wasm`))
  } catch (cause) {
    throw new Error(`Cannot load ${PACKAGE}. Install it: npm install ${PACKAGE}`, { cause })
  }
  if (version !== KNOWN_VERSION)
    throw new Error(`Cannot use ${PACKAGE} ${version}. Install the version that is known: npm install ${PACKAGE}@${KNOWN_VERSION}`)
  return { bytes, version }
}

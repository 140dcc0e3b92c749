/** Used exports of the WASM module of v86: a 32-bit processor without any device. */
export interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly rust_init: () => void
  readonly allocate_memory: (bytes: number) => number
  readonly set_jit_config: (option: number, value: number) => void
  readonly reset_cpu: () => void
  /** Executes until the processor halts. */
  readonly main_loop: () => number
}

interface Import {
  readonly name: string
  readonly kind: string
}

interface Compiled {
  readonly module: object
  readonly instance: { readonly exports: unknown }
}

/** Used part of `WebAssembly`. Its types belong to the browser's types, which this project does not load. */
declare const WebAssembly: {
  readonly Module: { new (bytes: Uint8Array): object; readonly imports: (module: object) => readonly Import[] }
  readonly Table: new (options: { readonly element: 'anyfunc'; readonly initial: number }) => object
  readonly instantiate: (module: object, imports: Readonly<Record<string, object>>) => Promise<Compiled['instance']>
}

/** Number of table entries for compiled code that the module requires. */
const TABLE_SIZE = 2180

/** Replaces the clock, the devices and the compiler, none of which exists. */
const nothing = (): number => 0

/** Starts the module. All imported functions return zero. */
export async function instantiate(bytes: Uint8Array): Promise<WasmExports> {
  const module = new WebAssembly.Module(bytes)
  const functions = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function')
  const env = {
    ...Object.fromEntries(functions.map(({ name }) => [name, nothing])),
    __indirect_function_table: new WebAssembly.Table({ element: 'anyfunc', initial: TABLE_SIZE }),
  }
  const { exports } = await WebAssembly.instantiate(module, { env })
  return exports as WasmExports
}

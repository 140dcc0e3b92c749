/**
 * Where things stand in the machine. The kernel's page is for its mode alone, the scratch page is for code alone, since
 * no run is let near it; between them stands what processor.ts promises. All else is not mapped.
 */
export const MEMORY_SIZE = 0x10_0000

/** The kernel's page: what the processor is told, where it comes to when it is interrupted, and its stack. */
export const SEGMENTS = 0x1000
export const INTERRUPTS = 0x1100
export const TASK = 0x1200
export const SEGMENTS_POINTER = 0x1300
export const INTERRUPTS_POINTER = 0x1308
/** A halt for each kind of interrupt. */
export const HANDLERS = 0x1400
export const HANDLER_COUNT = 32
/** The return from an interrupt that enters the run. */
export const ENTRY = 0x1440
export const BOOT = 0x1450
export const STACK_END = 0x2000

/** The tables of the mapping: which page stands where. */
export const PAGE_DIRECTORY = 0x2000
export const LOW_PAGES = 0x3000
export const CODE_PAGES = 0x4000
export const HIGH_PAGES = 0x5000

/** Where the pages stand in the memory of the machine. */
export const SCRATCH_MEMORY = 0x6000
export const DATA_MEMORY = 0x2_0000
export const CODE_MEMORY = 0x3_0000

/** The instruction that is executed stands here, on the last page. */
export const SCRATCH = 0xffff_f000

/** Where the processor starts after a reset. */
export const RESET = 0xf_fff0

export const KERNEL_CODE = 0x08
export const KERNEL_DATA = 0x10
/** The selectors of a run ask for the least privilege. */
export const RUN_CODE = 0x18 | 3
export const RUN_DATA = 0x20 | 3
export const TASK_SEGMENT = 0x28

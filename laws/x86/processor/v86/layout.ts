/**
 * Memory size of the machine, in bytes. This file defines its address space. The kernel page is accessible in kernel mode only. The
 * scratch page holds the code that is executed; no run may access it. Between them lie the regions that processor.ts defines.
 * All other addresses are unmapped.
 */
export const MEMORY_SIZE = 0x10_0000

/** Kernel page: descriptor tables, interrupt handlers and the kernel stack. It starts with the segment descriptors. */
export const SEGMENTS = 0x1000
export const INTERRUPTS = 0x1100
export const TASK = 0x1200
export const SEGMENTS_POINTER = 0x1300
export const INTERRUPTS_POINTER = 0x1308
/** Interrupt handlers: one `hlt` for each vector. */
export const HANDLERS = 0x1400
export const HANDLER_COUNT = 32
/** Address of the `iret` that enters the run. */
export const ENTRY = 0x1440
export const BOOT = 0x1450
export const STACK_END = 0x2000

/** Page tables of the mapping. */
export const PAGE_DIRECTORY = 0x2000
export const LOW_PAGES = 0x3000
export const CODE_PAGES = 0x4000
export const HIGH_PAGES = 0x5000

/** Physical addresses of the pages. */
export const SCRATCH_MEMORY = 0x6000
export const DATA_MEMORY = 0x2_0000
export const CODE_MEMORY = 0x3_0000

/** Address of the instruction that is executed, on the last page. */
export const SCRATCH = 0xffff_f000

/** Physical address at which the processor starts after a reset. */
export const RESET = 0xf_fff0

export const KERNEL_CODE = 0x08
export const KERNEL_DATA = 0x10
/** Selectors of a run, with the lowest privilege (ring 3). */
export const RUN_CODE = 0x18 | 3
export const RUN_DATA = 0x20 | 3
export const TASK_SEGMENT = 0x28

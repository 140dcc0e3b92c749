/**
 * Memory size of the machine, in bytes. This file defines its address space. The kernel page is accessible in kernel mode only. The
 * scratch page holds the code that is executed; no run may access it. Between them lie the regions that processor.ts defines.
 * All other addresses are unmapped.
 */
export const MEMORY_SIZE = 0x10_0000

/** Kernel page: descriptor tables, interrupt handlers and the kernel stack. It starts with the segment descriptors. */
export const SEGMENTS = 0x1000
/** Interrupt descriptors, in the kernel page. */
export const INTERRUPTS = 0x1100
/** Task state segment, in the kernel page. It names the kernel stack. */
export const TASK = 0x1200
/** Operand of `lgdt`: limit and address of the segment descriptors. */
export const SEGMENTS_POINTER = 0x1300
/** Operand of `lidt`: limit and address of the interrupt descriptors. */
export const INTERRUPTS_POINTER = 0x1308
/** Interrupt handlers: one `hlt` for each vector. */
export const HANDLERS = 0x1400
/** Number of handled interrupt vectors, from 0 on. */
export const HANDLER_COUNT = 32
/** Address of the `iret` that enters the run. */
export const ENTRY = 0x1440
/** Address of the boot program. */
export const BOOT = 0x1450
/** End of the kernel stack (exclusive), which is the end of the kernel page. */
export const STACK_END = 0x2000

/** Page directory of the mapping. */
export const PAGE_DIRECTORY = 0x2000
/** Page table of the kernel page and the data page. */
export const LOW_PAGES = 0x3000
/** Page table of the code region. */
export const CODE_PAGES = 0x4000
/** Page table of the scratch page. */
export const HIGH_PAGES = 0x5000

/** Physical address of the scratch page. */
export const SCRATCH_MEMORY = 0x6000
/** Physical address of the data page. */
export const DATA_MEMORY = 0x2_0000
/** Physical address of the code region. */
export const CODE_MEMORY = 0x3_0000

/** Address of the instruction that is executed, on the last page. */
export const SCRATCH = 0xffff_f000

/** Physical address at which the processor starts after a reset. */
export const RESET = 0xf_fff0

/** Selector of the kernel's code segment. */
export const KERNEL_CODE = 0x08
/** Selector of the kernel's data segment. */
export const KERNEL_DATA = 0x10
/** Selector of a run's code segment, with the lowest privilege (ring 3). */
export const RUN_CODE = 0x18 | 3
/** Selector of a run's data and stack segments, with the lowest privilege (ring 3). */
export const RUN_DATA = 0x20 | 3
/** Selector of the task state segment. */
export const TASK_SEGMENT = 0x28

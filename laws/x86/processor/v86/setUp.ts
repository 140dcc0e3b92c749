import { CODE_END, CODE_START, DATA_START } from '../processor'
import * as at from './layout'

/** Writes the data that the processor needs to leave real mode: segments, interrupts, page tables, and the boot program. */
export function setUp(memory: DataView): void {
  setUpSegments(memory)
  setUpInterrupts(memory)
  setUpPages(memory)
  write(memory, at.RESET, [0xea, ...word(at.BOOT), ...word(0)])
  write(memory, at.BOOT, bootProgram())
}

const word = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff]
const double = (value: number): number[] => [...word(value), ...word(value >>> 16)]

function write(memory: DataView, address: number, bytes: readonly number[]): void {
  for (const [offset, byte] of bytes.entries()) memory.setUint8(address + offset, byte)
}

/** Returns the descriptor of a segment over all addresses, with an access byte. */
const flat = (access: number): number[] => [0xff, 0xff, 0, 0, 0, access, 0xcf, 0]

function setUpSegments(memory: DataView): void {
  const task = [...word(0x67), ...word(at.TASK), 0, 0x89, 0, 0]
  const segments = [double(0), double(0), flat(0x9a), flat(0x92), flat(0xfa), flat(0xf2), task].flat()
  write(memory, at.SEGMENTS, segments)
  write(memory, at.SEGMENTS_POINTER, [...word(segments.length - 1), ...double(at.SEGMENTS)])
  // Stack on which the processor writes the frame when it interrupts a run.
  write(memory, at.TASK + 4, [...double(at.STACK_END), ...double(at.KERNEL_DATA)])
}

function setUpInterrupts(memory: DataView): void {
  for (let kind = 0; kind < at.HANDLER_COUNT; kind++) {
    const handler = at.HANDLERS + kind
    write(memory, at.INTERRUPTS + kind * 8, [...word(handler), ...word(at.KERNEL_CODE), ...word(0x8e00), ...word(0)])
    write(memory, handler, [0xf4])
  }
  write(memory, at.INTERRUPTS_POINTER, [...word(at.HANDLER_COUNT * 8 - 1), ...double(at.INTERRUPTS)])
  write(memory, at.ENTRY, [0xcf])
}

const PRESENT = 1
const WRITABLE = 2
const FOR_RUNS = 4
const PAGE_BITS = 12

function setUpPages(memory: DataView): void {
  const map = (table: number, address: number, page: number): void =>
    write(memory, table + ((address >>> PAGE_BITS) & 0x3ff) * 4, double(page))
  const tableOf = (address: number, table: number): void =>
    write(memory, at.PAGE_DIRECTORY + (address >>> 22) * 4, double(table | PRESENT | WRITABLE | FOR_RUNS))
  tableOf(DATA_START, at.LOW_PAGES)
  tableOf(CODE_START, at.CODE_PAGES)
  tableOf(at.SCRATCH, at.HIGH_PAGES)
  map(at.LOW_PAGES, at.SEGMENTS, at.SEGMENTS | PRESENT | WRITABLE)
  map(at.LOW_PAGES, DATA_START, at.DATA_MEMORY | PRESENT | WRITABLE | FOR_RUNS)
  map(at.HIGH_PAGES, at.SCRATCH, at.SCRATCH_MEMORY | PRESENT | FOR_RUNS)
  for (let address = CODE_START; address < CODE_END; address += 1 << PAGE_BITS) {
    map(at.CODE_PAGES, address, (at.CODE_MEMORY + address - CODE_START) | PRESENT | FOR_RUNS)
  }
}

/** Returns the program that switches from 16-bit mode to 32-bit mode with paging. */
function bootProgram(): number[] {
  const old = [
    ...[0x0f, 0x01, 0x16, ...word(at.SEGMENTS_POINTER)], // lgdt [SEGMENTS_POINTER]
    ...[0x0f, 0x01, 0x1e, ...word(at.INTERRUPTS_POINTER)], // lidt [INTERRUPTS_POINTER]
    ...[0x0f, 0x20, 0xc0], // mov eax, cr0
    ...[0x0c, 0x01], // or al, 1
    ...[0x0f, 0x22, 0xc0], // mov cr0, eax
  ]
  const jumpLength = 8
  const next = at.BOOT + old.length + jumpLength
  return [
    ...old,
    ...[0x66, 0xea, ...double(next), ...word(at.KERNEL_CODE)], // jmp KERNEL_CODE:next
    ...[0xb8, ...double(at.KERNEL_DATA), 0x8e, 0xd0], // mov eax, KERNEL_DATA; mov ss, ax
    ...[0xb8, ...double(at.TASK_SEGMENT), 0x0f, 0x00, 0xd8], // mov eax, TASK_SEGMENT; ltr ax
    ...[0xb8, ...double(at.PAGE_DIRECTORY), 0x0f, 0x22, 0xd8], // mov eax, PAGE_DIRECTORY; mov cr3, eax
    ...[0xb8, ...double(0x8001_0001), 0x0f, 0x22, 0xc0], // mov eax, paging | write protection | protection; mov cr0, eax
    ...[0xb8, ...double(at.RUN_DATA), 0x8e, 0xd8, 0x8e, 0xc0], // mov eax, RUN_DATA; mov ds, ax; mov es, ax
    0xf4, // hlt
  ]
}

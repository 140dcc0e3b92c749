import { CODE_START, DATA_END, DATA_START } from '../../../../../laws/x86/processor/processor'
import type { Given } from './v86Runs'

/** Malicious code, as instructions, and its possible endings. */
export type HostileCase = readonly [name: string, instructions: readonly (readonly number[])[], endings: string, given?: Given]

const KERNEL = 0xffff_ffff_8100_0000n
const NON_CANONICAL = 0x8000_0000_0000_0000n
const VDSO_GUESS = 0x7fff_f7fc_1000n
const VSYSCALL = 0xffff_ffff_ff60_0000n
const STACK = BigInt(DATA_START + 0x480)
const ALL_ONES = 0xffff_ffff_ffff_ffffn

const endless: readonly HostileCase[] = [
  ['jmp to itself', [[0xeb, 0xfe]], 'Endless'],
  ['jmp to itself, at the end of the region', [[0xeb, 0xfe]], 'Endless', { ip: 0x40_fffe }],
  ['loop to itself', [[0xe2, 0xfe]], 'Endless', { registers: { rcx: ALL_ONES } }],
  ['jrcxz to itself', [[0xe3, 0xfe]], 'Endless'],
  ['je to itself', [[0x74, 0xfe]], 'Endless', { flags: 0x40 }],
  [
    'two jumps',
    [
      [0xeb, 0x00],
      [0xeb, 0xfc],
    ],
    'Endless',
  ],
  ['jmp rax to itself', [[0xff, 0xe0]], 'Endless', { registers: { rax: BigInt(CODE_START) } }],
  ['call to itself', [[0xe8, 0xfb, 0xff, 0xff, 0xff]], 'Endless', { registers: { rsp: STACK }, budget: 50 }],
  ['call to itself, until the stack is used up', [[0xe8, 0xfb, 0xff, 0xff, 0xff]], 'Fault', { registers: { rsp: STACK }, budget: 1_000 }],
  ['rep stosb, for ever', [[0xf3, 0xaa]], 'Endless', { registers: { rcx: ALL_ONES, rdi: BigInt(DATA_START) } }],
  ['rep lodsb, for ever', [[0xf3, 0xac]], 'Endless', { registers: { rcx: ALL_ONES, rsi: BigInt(DATA_START) } }],
  ['repne scasb, for ever', [[0xf2, 0xae]], 'Endless', { registers: { rcx: ALL_ONES, rdi: BigInt(DATA_START), rax: 1n } }],
  ['rep movsb, out of the page', [[0xf3, 0xa4]], 'Fault', { registers: { rcx: ALL_ONES, rsi: STACK, rdi: BigInt(DATA_END - 9) } }],
  ['a long chain', [...Array.from({ length: 60 }, () => [0xff, 0xc0]), [0xeb, 0x86]], 'Endless'],
]

const astray: readonly HostileCase[] = [
  ['jmp to null', [[0xff, 0xe0]], 'Left'],
  ['jmp to the kernel', [[0xff, 0xe0]], 'Left|Fault', { registers: { rax: KERNEL } }],
  ['jmp to no canonical address', [[0xff, 0xe0]], 'Left|Fault', { registers: { rax: NON_CANONICAL } }],
  ['jmp to the vdso', [[0xff, 0xe0]], 'Left', { registers: { rax: VDSO_GUESS } }],
  ['call of the vsyscall page', [[0xff, 0xd0]], 'Left', { registers: { rax: VSYSCALL, rsp: STACK } }],
  ['call of null', [[0xff, 0xd0]], 'Left', { registers: { rsp: STACK } }],
  ['call of null without a stack', [[0xff, 0xd0]], 'Fault'],
  ['ret to what is on the page', [[0xc3]], 'Left', { registers: { rsp: STACK } }],
  ['ret into the kernel', [[0x50], [0xc3]], 'Left|Fault', { registers: { rax: KERNEL, rsp: STACK } }],
  ['jmp into the data page', [[0xff, 0xe0]], 'Left', { registers: { rax: STACK } }],
  ['jmp into itself', [[0xeb, 0xff]], 'Left'],
  [
    'jmp to syscall within mov',
    [
      [0xeb, 0x01],
      [0xb8, 0x0f, 0x05, 0x90, 0x90],
    ],
    'Left',
  ],
  ['jmp before the code', [[0xeb, 0xf0]], 'Left', { ip: CODE_START + 0x100 }],
  ['jmp far behind the code', [[0xe9, 0x00, 0x00, 0x00, 0x70]], 'Left'],
  ['jmp below all memory', [[0xe9, 0x00, 0x00, 0x00, 0x80]], 'Left'],
  ['an instruction beyond the end', [[0xb8, 0x01]], 'Left'],
  ['a prefix alone, at the end of the region', [[0x66]], 'Fault', { ip: 0x40_ffff }],
]

const pivots: readonly HostileCase[] = [
  ['push at null', [[0x50]], 'Fault'],
  ['push into the kernel', [[0x50]], 'Fault', { registers: { rsp: KERNEL } }],
  ['push at no canonical address', [[0x50]], 'Fault', { registers: { rsp: NON_CANONICAL } }],
  ['push into the code', [[0x50]], 'Fault', { registers: { rsp: BigInt(CODE_START + 8) } }],
  ['pop from the kernel', [[0x58]], 'Fault', { registers: { rsp: KERNEL } }],
  ['leave from nowhere', [[0xc9]], 'Fault', { registers: { rbp: 0x1000n } }],
  ['enter, too deep', [[0xc8, 0xff, 0xff, 0x1f]], 'Fault', { registers: { rsp: STACK } }],
  ['an invalid stack, then a push', [[0x48, 0x89, 0xc4], [0x50]], 'Fault', { registers: { rax: 0x1234_5678n } }],
  ['write to null', [[0x89, 0x00]], 'Fault'],
  ['write to 0x1000', [[0x89, 0x00]], 'Fault', { registers: { rax: 0x1000n } }],
  ['write to the kernel', [[0x89, 0x00]], 'Fault', { registers: { rax: KERNEL } }],
  ['write to the vdso', [[0x89, 0x00]], 'Fault', { registers: { rax: VDSO_GUESS } }],
  ['write before the page', [[0x88, 0x00]], 'Fault', { registers: { rax: BigInt(DATA_START - 1) } }],
  ['write behind the page', [[0x88, 0x00]], 'Fault', { registers: { rax: BigInt(DATA_END) } }],
  ['write over the code', [[0xc6, 0x05, 0xf9, 0xff, 0xff, 0xff, 0x90]], 'Fault'],
  ['read through fs', [[0x64, 0x48, 0x8b, 0x04, 0x25, 0x00, 0x00, 0x00, 0x00]], 'Fault'],
]

/** `mov eax, number`, and the call. */
const call = (name: string, number: number, ...prefixes: number[]): HostileCase => [
  `syscall: ${name}`,
  [
    [0xb8, number & 0xff, number >> 8, 0x00, 0x00],
    [...prefixes, 0x0f, 0x05],
  ],
  'Forbidden',
]

const calls: readonly HostileCase[] = [
  call('exit', 60),
  call('exit_group', 231),
  call('kill', 62),
  call('write', 1),
  call('fork', 57),
  call('execve', 59),
  call('mmap', 9),
  call('mprotect', 10),
  call('ptrace', 101),
  call('rt_sigreturn', 15),
  call('exit behind 66', 60, 0x66),
  call('exit behind REX', 60, 0x48),
  call('exit behind REX before a prefix', 60, 0x48, 0xf3),
  call('exit behind many prefixes', 60, 0x2e, 0x64, 0xf2, 0x66, 0x4f),
  ['syscall behind REX2', [[0xd5, 0x80, 0x05]], 'Forbidden'],
  ['sysenter', [[0x0f, 0x34]], 'Forbidden'],
  ['int 0x80', [[0xcd, 0x80]], 'Forbidden', { registers: { rax: 1n } }],
  ['int 0x0d', [[0xcd, 0x0d]], 'Forbidden'],
  ['int3', [[0xcc]], 'Forbidden'],
  ['int3 of two bytes', [[0xcd, 0x03]], 'Forbidden'],
  ['int1', [[0xf1]], 'Forbidden'],
  ['vmcall', [[0x0f, 0x01, 0xc1]], 'Forbidden'],
  ['vmmcall', [[0x0f, 0x01, 0xd9]], 'Forbidden'],
]

const watch: readonly HostileCase[] = [
  ['popf', [[0x6a, 0x02], [0x9d], [0x0f, 0x05]], 'Forbidden', { registers: { rsp: STACK } }],
  ['pushf', [[0x9c]], 'Forbidden', { registers: { rsp: STACK } }],
  ['iretq', [[0x48, 0xcf]], 'Forbidden', { registers: { rsp: STACK } }],
  ['far ret', [[0xcb]], 'Forbidden', { registers: { rsp: STACK } }],
  ['far ret with a value', [[0xca, 0x08, 0x00]], 'Forbidden', { registers: { rsp: STACK } }],
  ['far jmp', [[0xff, 0x28]], 'Forbidden', { registers: { rax: STACK } }],
  ['far call', [[0x48, 0xff, 0x18]], 'Forbidden', { registers: { rax: STACK } }],
  [
    'mov ss',
    [
      [0x8e, 0xd0],
      [0x0f, 0x05],
    ],
    'Forbidden',
    { registers: { rax: 0x2bn } },
  ],
  ['mov fs', [[0x8e, 0xe0]], 'Forbidden'],
  ['pop fs', [[0x0f, 0xa1]], 'Forbidden', { registers: { rsp: STACK } }],
  ['lss', [[0x0f, 0xb2, 0x00]], 'Forbidden', { registers: { rax: STACK } }],
  ['wrfsbase', [[0xf3, 0x48, 0x0f, 0xae, 0xd0]], 'Forbidden'],
  ['wrgsbase', [[0xf3, 0x48, 0x0f, 0xae, 0xd8]], 'Forbidden'],
  [
    'sldt, which Linux may emulate',
    [
      [0x0f, 0x00, 0xc0],
      [0x0f, 0x05],
    ],
    'Forbidden',
  ],
  [
    'smsw, which Linux may emulate',
    [
      [0x0f, 0x01, 0xe0],
      [0x0f, 0x05],
    ],
    'Forbidden',
  ],
  ['xbegin', [[0xc7, 0xf8, 0x00, 0x00, 0x00, 0x00]], 'Forbidden'],
  ['xrstor', [[0x0f, 0xae, 0x28]], 'Forbidden', { registers: { rax: BigInt(DATA_START) } }],
  ['wrpkru', [[0x0f, 0x01, 0xef]], 'Forbidden'],
  ['rdtsc', [[0x0f, 0x31]], 'Forbidden'],
  ['cpuid', [[0x0f, 0xa2]], 'Forbidden'],
  ['rdrand', [[0x0f, 0xc7, 0xf0]], 'Forbidden'],
  ['std, then a push', [[0xfd], [0x50]], 'Fault'],
]

const privileged: readonly HostileCase[] = [
  ['hlt', [[0xf4]], 'Fault'],
  ['cli', [[0xfa]], 'Fault'],
  ['sti', [[0xfb]], 'Fault'],
  ['in', [[0xec]], 'Fault'],
  ['out', [[0xee]], 'Fault'],
  ['rep outsb', [[0xf3, 0x6e]], 'Fault', { registers: { rcx: 9n, rsi: STACK } }],
  ['mov cr0', [[0x0f, 0x22, 0xc0]], 'Fault'],
  ['mov dr7', [[0x0f, 0x23, 0xf8]], 'Fault'],
  ['wrmsr', [[0x0f, 0x30]], 'Fault|Forbidden'],
  ['clts', [[0x0f, 0x06]], 'Fault'],
  ['wbinvd', [[0x0f, 0x09]], 'Fault'],
  ['ud0', [[0x0f, 0xff, 0xc0]], 'Fault'],
  ['ud1', [[0x0f, 0xb9, 0xc0]], 'Fault'],
  ['ud2', [[0x0f, 0x0b]], 'Fault'],
  ['lock nop', [[0xf0, 0x90]], 'Fault'],
  ['sixteen bytes', [[...new Array(15).fill(0x66), 0x90]], 'Fault'],
  ['ldmxcsr of nonsense', [[0x0f, 0xae, 0x10]], 'Fault', { registers: { rax: BigInt(DATA_START) } }],
]

/** All malicious cases. */
export const HOSTILE_CASES: readonly HostileCase[] = [...endless, ...astray, ...pivots, ...calls, ...watch, ...privileged]

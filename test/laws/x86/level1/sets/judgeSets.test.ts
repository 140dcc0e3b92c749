import { judgedTable } from '../../../../examples/levels/level1/support/judgedTable'

const MEMORY = { registers: 'rbx=0x20800' }
const STACK = { registers: 'rsp=0x20800' }
const ASK = 'reads and writes'
const ARITHMETIC = 'CF PF AF ZF SF OF'

judgedTable('the oracle of level 1 on read and written sets', [
  ['nop', {}, ASK, 'reads: none\nwrites: none'],
  ['mov rax, rbx', {}, ASK, 'reads: rbx\nwrites: rax'],
  ['mov al, bl', {}, ASK, 'reads: rbx\nwrites: rax'],
  ['xchg rax, rbx', {}, ASK, 'reads: rax rbx\nwrites: rax rbx'],
  ['bswap rax', {}, ASK, 'reads: rax\nwrites: rax'],
  ['cdq', {}, ASK, 'reads: rax\nwrites: rdx'],
  ['lea rax, [rbx + rcx*4 + 0x8]', {}, ASK, 'reads: rbx rcx\nwrites: rax'],
  ['add rax, rbx', {}, ASK, `reads: rax rbx\nwrites: rax ${ARITHMETIC}`],
  ['adc rax, rcx', {}, ASK, `reads: rax rcx CF\nwrites: rax ${ARITHMETIC}`],
  ['inc rax', {}, ASK, 'reads: rax\nwrites: rax PF AF ZF SF OF'],
  ['cmp rax, rbx', {}, ASK, `reads: rax rbx\nwrites: ${ARITHMETIC}`],
  ['test rax, rbx', {}, ASK, `reads: rax rbx\nwrites: ${ARITHMETIC}`],
  ['xor eax, eax', {}, ASK, `reads: none\nwrites: rax ${ARITHMETIC}`],
  ['mul rbx', {}, ASK, `reads: rax rbx\nwrites: rax rdx ${ARITHMETIC}`],
  ['shl eax, 0x1', {}, ASK, `reads: rax\nwrites: rax ${ARITHMETIC}`],
  ['rcl rax, 0x1', {}, ASK, 'reads: rax CF\nwrites: rax CF OF'],
  ['sete al', {}, ASK, 'reads: ZF\nwrites: rax'],
  ['cmove rax, rbx', {}, ASK, 'reads: rbx ZF\nwrites: rax'],
  ['lahf', {}, ASK, 'reads: CF PF AF ZF SF\nwrites: rax'],
  ['sahf', {}, ASK, 'reads: rax\nwrites: CF PF AF ZF SF'],
  ['cmc', {}, ASK, 'reads: CF\nwrites: CF'],
  ['std', {}, ASK, 'reads: none\nwrites: DF'],
  ['andn rax, rbx, rcx', {}, ASK, `reads: rbx rcx\nwrites: rax ${ARITHMETIC}`],
  ['crc32 eax, bl', {}, ASK, 'reads: rax rbx\nwrites: rax'],
  ['je 0x401020', {}, ASK, 'reads: ZF\nwrites: none'],
  ['mov rax, qword ptr [rbx]', MEMORY, ASK, 'reads: rbx mem\nwrites: rax'],
  ['mov qword ptr [rbx], rax', MEMORY, ASK, 'reads: rax rbx\nwrites: mem'],
  ['add byte ptr [rbx], al', MEMORY, ASK, `reads: rax rbx mem\nwrites: ${ARITHMETIC} mem`],
  ['push rax', STACK, ASK, 'reads: rax rsp\nwrites: rsp mem'],
  ['pop rax', STACK, ASK, 'reads: rsp mem\nwrites: rax rsp'],
  ['lodsb byte ptr [rsi]', { registers: 'rsi=0x20810' }, ASK, 'reads: rsi DF mem\nwrites: rax rsi'],
  ['movsb byte ptr [rdi], byte ptr [rsi]', { registers: 'rsi=0x20810 rdi=0x20800' }, ASK, 'reads: rsi rdi DF mem\nwrites: rsi rdi mem'],
])

judgedTable('the oracle of level 1 on reads of several instructions, without those written before', [
  ['mov eax, 0x1; add rax, rbx', {}, ASK, `reads: rbx\nwrites: rax ${ARITHMETIC}`],
  ['stc; adc rax, rbx', {}, ASK, `reads: rax rbx\nwrites: rax ${ARITHMETIC}`],
  ['test al, cl; sete al', {}, ASK, `reads: rax rcx\nwrites: rax ${ARITHMETIC}`],
  ['mov ecx, 0x2; mov rdx, rcx', {}, ASK, 'reads: none\nwrites: rcx rdx'],
  ['mov rax, rbx; mov rbx, rcx', {}, ASK, 'reads: rbx rcx\nwrites: rax rbx'],
  ['cmp rax, rbx; ja 0x401050', {}, ASK, `reads: rax rbx\nwrites: ${ARITHMETIC}`],
  ['mov byte ptr [rbx], 0x1; mov al, byte ptr [rbx]', MEMORY, ASK, 'reads: rbx mem\nwrites: rax mem'],
])

judgedTable('the oracle of level 1 on statements beside a question about sets', [
  ['mov rax, rbx', { registers: 'rbx=0x5', given: 'after instruction 0, rax=0x5' }, ASK, 'reads: rbx\nwrites: rax'],
  ['mov rax, rbx', { registers: 'rbx=0x5', given: 'after instruction 0, rax=0x7' }, ASK, 'contradiction detected'],
  ['db 06', {}, ASK, 'error: malformed input'],
  ['nop', { isa: 'aarch64' }, ASK, 'out of scope'],
  ['cpuid', {}, ASK, 'not judged'],
  ['mov rax, rbx', { flag: 'after instruction 0, CF=1' }, ASK, 'not judged'],
])

/** What the interpreter leaves out on purpose. */
export interface Excluded {
  readonly what: string
  readonly reason: string
}

/** Cases of instructions of the whitelist (outcome `Unsupported`), forms and instructions that are not in it. */
export const EXCLUDED: readonly Excluded[] = [
  {
    what: 'rcl and rcr of 8 or 16 bits by a masked count that is not zero and a multiple of 9 or 17',
    reason: 'the manual takes the flags for unchanged by a count of zero and for changed by others; processors differ on OF',
  },
  { what: 'shld and shrd of 16 bits by a masked count above 16', reason: 'the manual leaves result and flags undefined' },
  { what: 'bsf and bsr of zero', reason: 'the manual leaves the destination undefined' },
  { what: 'string instructions of more iterations than the budget', reason: 'their run takes too long, and no text shows it' },
  {
    what: 'repe and repne cmps and scas that fault after the first iteration',
    reason: 'the manual restores the flags; some processors leave those of the last iteration',
  },
  {
    what: 'call to an address that is not canonical, with a stack that cannot be reached',
    reason: 'processors differ on which exception comes first',
  },
  {
    what: 'enter with room whose end cannot be reached',
    reason: 'it faults after rbp has been stored, so it is half done',
  },
  {
    what: 'xchg of ax, eax or rax with itself',
    reason: 'its short encoding is that of nop, and is read as either',
  },
  { what: 'lock xchg', reason: 'the prefix is redundant: xchg with memory locks in any case' },
  { what: 'prefetchwt1, cldemote', reason: 'tools do not agree on their text' },
  { what: 'bswap of 16 bits', reason: 'the manual leaves the result undefined' },
  { what: 'bt, bts, btr and btc of memory by a register', reason: 'the offset reaches beyond the operand, as no text shows' },
  { what: 'enter of a level above 0', reason: 'it reads frames of callers, and the manual bounds what it may probe' },
  { what: 'movsxd to 16 or 32 bits, movzx of 16 bits to 16', reason: 'the manual discourages them; assemblers do not make them' },
  { what: 'push of an immediate with 16 bits, leave, enter, ret and branches of 16 bits', reason: 'house text does not show their size' },
  { what: 'pushf, popf', reason: 'they show flags beyond the seven, which the system sets' },
  {
    what: 'addresses without a base, of 32 bits, relative to rip, or in fs and gs',
    reason: 'they do not depend on the registers of a state alone',
  },
  { what: 'mov with segment, control or debug registers, or with a whole address of 64 bits', reason: 'the system decides what they do' },
  { what: 'loop and jrcxz with ecx for rcx, but jecxz', reason: 'house text does not show the size of their counter' },
  { what: 'clflushopt, clwb and other cache control', reason: 'few processors have all of it' },
  { what: 'sal', reason: 'another name for shl, of an encoding that the manual does not have' },
]

/** Rule that converts capstone's text of an instruction to canonical assembly, if the two differ. */
export interface Alias {
  /** Mnemonics that capstone prints, without prefixes. */
  readonly capstone: readonly string[]
  /** Mnemonic of the canonical assembly, if it differs. */
  readonly canonical?: string
  /** Rewrites the operands. Their numbers are already in canonical notation. */
  readonly operands?: (operands: string, bits: 32 | 64) => string
  readonly reason: string
}

const ALIASES: readonly Alias[] = [
  {
    capstone: ['movabs'],
    canonical: 'mov',
    reason: 'AT&T name for a mov with a 64-bit immediate or address; the manual has mov',
  },
  { capstone: ['sal'], canonical: 'shl', reason: 'two names for one operation; opcode extension /6 is printed as sal' },
  {
    capstone: ['fadd', 'fmul', 'fsub', 'fsubr', 'fdiv', 'fdivr'],
    operands: operands => (/^st\(\d\)$/.test(operands) ? `st(0), ${operands}` : operands),
    reason: 'D8 forms: the manual writes both registers',
  },
  {
    capstone: ['faddp', 'fmulp', 'fsubp', 'fsubrp', 'fdivp', 'fdivrp'],
    operands: operands => (/^st\(\d\)$/.test(operands) ? `${operands}, st(0)` : operands),
    reason: 'DE forms: the manual writes both registers',
  },
  {
    capstone: ['fcomi', 'fucomi'],
    operands: operands => `st(0), ${operands}`,
    reason: 'the manual writes both registers',
  },
  {
    capstone: ['fcompi'],
    canonical: 'fcomip',
    operands: operands => `st(0), ${operands}`,
    reason: 'the manual has fcomip, and both registers',
  },
  {
    capstone: ['fucompi'],
    canonical: 'fucomip',
    operands: operands => `st(0), ${operands}`,
    reason: 'the manual has fucomip, and both registers',
  },
  { capstone: ['pushal'], canonical: 'pushad', reason: 'AT&T name; the manual has pushad' },
  { capstone: ['popal'], canonical: 'popad', reason: 'AT&T name; the manual has popad' },
  { capstone: ['pushaw'], canonical: 'pusha', reason: 'AT&T name; the manual has pusha' },
  { capstone: ['popaw'], canonical: 'popa', reason: 'AT&T name; the manual has popa' },
  {
    capstone: ['rcl', 'rcr'],
    operands: operands => (operands.includes(', ') ? operands : `${operands}, 0x1`),
    reason: 'the count 1 of D0 and D1 is printed for other shifts, not for these',
  },
  {
    capstone: ['blendvps', 'blendvpd', 'pblendvb', 'sha256rnds2'],
    operands: operands => operands.replace(/, xmm0$/, ''),
    reason: 'xmm0 is implied',
  },
  {
    capstone: ['comisd'],
    operands: operands => operands.replace('xmmword ptr', 'qword ptr'),
    reason: 'one double is compared: the manual has m64',
  },
  { capstone: ['lodsb', 'lodsw', 'lodsd', 'lodsq'], operands: dropFirst, reason: 'the accumulator is implied' },
  {
    capstone: ['stosb', 'stosw', 'stosd', 'stosq'],
    operands: plainDestination(dropLast),
    reason: 'the accumulator is implied',
  },
  {
    capstone: ['scasb', 'scasw', 'scasd', 'scasq'],
    operands: plainDestination(dropFirst),
    reason: 'the accumulator is implied',
  },
  {
    capstone: ['movsb', 'movsw', 'movsd', 'movsq', 'cmpsb', 'cmpsw', 'cmpsd', 'cmpsq', 'insb', 'insw', 'insd'],
    operands: operands => (isStringForm(operands) ? operands.replace('es:[', '[') : operands),
    reason: 'the destination segment of string instructions is always es',
  },
  {
    capstone: ['enter'],
    operands: operands => operands.replace(/^0x\w+/, narrow(16)).replace(/0x\w+$/, narrow(8)),
    reason: 'immediates are sign-extended to 64 bits; they are 16 and 8 bits wide',
  },
  { capstone: ['invlpg', 'cldemote'], operands: dropSize, reason: 'an address, not a memory operand with a size' },
  { capstone: ['fnsave', 'frstor'], operands: dropSize, reason: 'the area has 94 or 108 bytes, no size word fits' },
  { capstone: ['lea'], operands: dropSegment, reason: 'a segment has no meaning where nothing is read' },
  {
    capstone: ['lds', 'les', 'lfs', 'lgs', 'lss'],
    operands: operands => operands.replace(/^(\w+), /, (_, register: string) => `${register}, ${farPointer(register)} ptr `),
    reason: 'the size of a far pointer, which follows from the destination, is not printed',
  },
]

/** Aliases by capstone's mnemonic. */
export const ALIAS_OF: ReadonlyMap<string, Alias> = new Map(
  ALIASES.flatMap(alias => alias.capstone.map(mnemonic => [mnemonic, alias] as const)),
)

function dropFirst(operands: string): string {
  return operands.slice(operands.indexOf(', ') + 2)
}

function dropLast(operands: string): string {
  return operands.slice(0, operands.lastIndexOf(', '))
}

function dropSize(operands: string): string {
  return operands.replace(/\w+ ptr /, '')
}

function dropSegment(operands: string): string {
  return operands.replace(/[c-gs]s:/, '')
}

function plainDestination(rewrite: (operands: string) => string): (operands: string) => string {
  return operands => rewrite(operands).replace('es:[', '[')
}

/** Returns true for a string instruction (two memory operands, or a port), false for the vector instructions movsd and cmpsd. */
function isStringForm(operands: string): boolean {
  return operands.endsWith(', dx') || operands.indexOf('ptr') !== operands.lastIndexOf('ptr')
}

function narrow(width: number): (number: string) => string {
  return number => `0x${BigInt.asUintN(width, BigInt(number)).toString(16)}`
}

function farPointer(register: string): string {
  if (/^(?:e..|r\d+d)$/.test(register)) return 'fword'
  return /^r/.test(register) && !register.endsWith('w') ? 'tbyte' : 'dword'
}

/** Prefixes that the canonical text shows. */
const SHOWN_PREFIX = /^(?:lock|rep|repe|repne) /

/** Matches x87 instructions whose register form names one register; all others name both. */
const ONE_REGISTER = /^(?:fcom|fcomp|fcom2|fcomp3|fcomp5|fld|fst|fstp|fstp1|fstp8|fstp9|fucom|fucomp|fxch|fxch4|fxch7|ffree|ffreep) /

/** Matches instructions whose memory operand is the image of a table register, which has no ordinary size. */
const UNSIZED = /^(?:sgdt|sidt|lgdt|lidt) /

/** Canonical assembly text and its parts. */
export interface CanonicalAsm {
  readonly text: string
  /** Mnemonic without prefixes. */
  readonly mnemonic: string
  /** Text after the mnemonic. */
  readonly operands: string
}

/** Converts the text that iced prints to canonical assembly text, as defined in docs/levels/level0.md. */
export function toCanonicalAsm(printed: string): CanonicalAsm {
  const prefix = SHOWN_PREFIX.exec(printed)?.[0] ?? ''
  let body = prefix === '' ? printed : printed.slice(prefix.length)
  if (body.startsWith('f')) body = canonicalizeX87(body)
  else if (body.startsWith('ret far')) body = body.replace('ret far', 'retf')
  else if (body.startsWith('prefetch_exclusive')) body = body.replace('_exclusive', '')
  else if (UNSIZED.test(body)) body = body.replace('fword ptr ', '')
  // A scale of 1 has no effect.
  if (body.includes('*1')) body = body.replace('*1', '')
  if (body.includes('sae}')) body = moveRounding(body)
  const space = body.indexOf(' ')
  const text = prefix + body
  return space < 0 ? { text, mnemonic: body, operands: '' } : { text, mnemonic: body.slice(0, space), operands: body.slice(space + 1) }
}

/** Removes the implied top of the stack, which iced names, and the sizes that iced gives to areas of several values. */
function canonicalizeX87(body: string): string {
  const sized = body.replace(/ fpu(?:env|state)\d+ ptr/, '')
  if (sized.includes('[')) return sized.replace(/ st\(0\), | st\(0\),$/, ' ').replace(/, st\(0\)$/, '')
  return ONE_REGISTER.test(sized) ? sized.replace(/ st\(0\), (?=st)/, ' ').replace(/, st\(0\)$/, '') : sized
}

/** Moves the rounding behind the last operand that is not an immediate. */
function moveRounding(body: string): string {
  const decoration = /\{(?:r.e?-)?sae\}/.exec(body)?.[0] as string
  const without = body.replace(decoration, '')
  const immediate = /, 0x\w+$/.exec(without)?.[0] ?? ''
  return without.slice(0, without.length - immediate.length) + decoration.replace('rne', 'rn') + immediate
}

/** Prefixes that the house text shows. */
const SHOWN_PREFIX = /^(?:lock|rep|repe|repne) /

/** x87 instructions whose register form names one register; all others name both. */
const ONE_REGISTER = /^(?:fcom|fcomp|fcom2|fcomp3|fcomp5|fld|fst|fstp|fstp1|fstp8|fstp9|fucom|fucomp|fxch|fxch4|fxch7|ffree|ffreep) /

/** Instructions whose memory operand is a table register's image or a state area, of no ordinary size. */
const UNSIZED = /^(?:sgdt|sidt|lgdt|lidt) /

/** House text and its parts. */
export interface TidyText {
  readonly text: string
  /** Without prefixes. */
  readonly mnemonic: string
  /** All that follows the mnemonic. */
  readonly operands: string
}

/** Turns what iced prints into house text, as docs/levels/level0.md defines it. */
export function tidyText(printed: string): TidyText {
  const prefix = SHOWN_PREFIX.exec(printed)?.[0] ?? ''
  let body = prefix === '' ? printed : printed.slice(prefix.length)
  if (body.startsWith('f')) body = tidyX87(body)
  else if (body.startsWith('ret far')) body = body.replace('ret far', 'retf')
  else if (body.startsWith('prefetch_exclusive')) body = body.replace('_exclusive', '')
  else if (UNSIZED.test(body)) body = body.replace('fword ptr ', '')
  // The scale 1 makes no difference.
  if (body.includes('*1')) body = body.replace('*1', '')
  if (body.includes('sae}')) body = moveRounding(body)
  const space = body.indexOf(' ')
  const text = prefix + body
  return space < 0 ? { text, mnemonic: body, operands: '' } : { text, mnemonic: body.slice(0, space), operands: body.slice(space + 1) }
}

/** iced names the top of the stack even where it is implied, and gives sizes to areas of several values. */
function tidyX87(body: string): string {
  const sized = body.replace(/ fpu(?:env|state)\d+ ptr/, '')
  if (sized.includes('[')) return sized.replace(/ st\(0\), | st\(0\),$/, ' ').replace(/, st\(0\)$/, '')
  return ONE_REGISTER.test(sized) ? sized.replace(/ st\(0\), (?=st)/, ' ').replace(/, st\(0\)$/, '') : sized
}

/** Rounding is written after the last operand that is not an immediate. */
function moveRounding(body: string): string {
  const decoration = /\{(?:r.e?-)?sae\}/.exec(body)?.[0] as string
  const without = body.replace(decoration, '')
  const immediate = /, 0x\w+$/.exec(without)?.[0] ?? ''
  return without.slice(0, without.length - immediate.length) + decoration.replace('rne', 'rn') + immediate
}

import type { EffectsProgram } from '../runs/outcome'

/** A branch whose text tells where it leads to. */
const RELATIVE = /^(?:j\w+|loop\w*|call) (0x[0-9a-f]+)$/
const BRANCH = /^(?:j\w+|loop\w*|call|ret)\b/

/** Whether code goes from each instruction on to the next, and leaves only at its end, to somewhere else. */
export function isStraight({ parts, ip, bytes }: EffectsProgram): boolean {
  const leads = (text: string): boolean => {
    const target = BigInt(RELATIVE.exec(text)?.[1] ?? ip)
    return target < BigInt(ip) || target >= BigInt(ip + bytes.length)
  }
  return parts.every(({ text }, index) => !BRANCH.test(text) || (index === parts.length - 1 && leads(text)))
}

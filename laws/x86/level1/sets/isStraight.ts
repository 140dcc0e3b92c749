import type { EffectsProgram } from '../runs/outcome'

/** Pattern of a branch whose text has its target. */
const RELATIVE = /^(?:j\w+|loop\w*|call) (0x[0-9a-f]+)$/
const BRANCH = /^(?:j\w+|loop\w*|call|ret)\b/

/** Returns true if code has no branch but its last instruction, and that one leads out of the code. */
export function isStraight({ parts, ip, bytes }: EffectsProgram): boolean {
  const leads = (text: string): boolean => {
    const target = BigInt(RELATIVE.exec(text)?.[1] ?? ip)
    return target < BigInt(ip) || target >= BigInt(ip + bytes.length)
  }
  return parts.every(({ text }, index) => !BRANCH.test(text) || (index === parts.length - 1 && leads(text)))
}

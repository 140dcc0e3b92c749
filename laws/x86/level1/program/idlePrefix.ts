import { prefixesOf } from './rawPart'

const SEGMENTS: readonly number[] = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65]
const ADDRESS_SIZE = 0x67
const REPETITIONS: readonly number[] = [0xf2, 0xf3]

/** Pattern of texts in which f2 or f3 has a meaning. */
const MARKED = /^(?:rep\w* |(?:popcnt|tzcnt|lzcnt|crc32|adox|pause|endbr\d\d)\b)/

/** Returns the reason why an instruction in bytes has a redundant prefix, which its canonical assembly may not show; undefined if it has none. */
export function idlePrefix(bytes: readonly number[], text: string): string | undefined {
  const prefixes = prefixesOf(bytes)
  if (prefixes.some(byte => SEGMENTS.includes(byte) || (byte === ADDRESS_SIZE && !text.startsWith('jecxz'))))
    return 'a prefix of a segment, or of the size of addresses, need not show in the text'
  const repetitions = REPETITIONS.filter(byte => prefixes.includes(byte)).length
  return repetitions > (MARKED.test(text) ? 1 : 0) ? 'a prefix of repetition has no meaning there' : undefined
}

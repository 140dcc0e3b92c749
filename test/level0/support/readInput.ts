export interface ReadInput {
  readonly task: string
  readonly isa: string
  readonly ip: number
  readonly end: number | undefined
  /** What stands on the line of bytes, or of text. */
  readonly body: string
  readonly given: string | undefined
}

/** The lines of an input, read here once more, apart from the level's own format and its oracle. */
export function readInput(input: string): ReadInput {
  const lines = new Map(input.split('\n').map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]))
  return {
    task: lines.get('task') ?? '',
    isa: lines.get('isa') ?? '',
    ip: Number(lines.get('ip')),
    end: lines.has('end') ? Number(lines.get('end')) : undefined,
    body: lines.get('bytes') ?? lines.get('text') ?? '',
    given: lines.get('given'),
  }
}

/** `48 89 d8` as bytes. */
export const bytesOf = (body: string): readonly number[] => body.split(' ').map(pair => Number.parseInt(pair, 16))

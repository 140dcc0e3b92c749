export interface ReadInput {
  readonly task: string
  readonly isa: string
  readonly ip: number
  readonly end: number | undefined
  /** What stands on the line of bytes, or of text. */
  readonly body: string
  /** The body with what its numbers stand for, as far as that is told. */
  readonly writtenOut: string
  readonly given: string | undefined
}

/** The lines of an input, read here once more, apart from the level's own format and its oracle. */
export function readInput(input: string): ReadInput {
  const lines = new Map(input.split('\n').map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]))
  const body = lines.get('bytes') ?? lines.get('text') ?? ''
  let writtenOut = body
  for (const definition of lines.get('where')?.split(', ') ?? []) {
    const [number = '', operand = ''] = definition.split(' = ')
    writtenOut = writtenOut.replace(`%${number}`, operand)
  }
  return {
    task: lines.get('task') ?? '',
    isa: lines.get('isa') ?? '',
    ip: Number(lines.get('ip')),
    end: lines.has('end') ? Number(lines.get('end')) : undefined,
    body,
    writtenOut,
    given: lines.get('given'),
  }
}

/** `48 89 d8` as bytes. */
export const bytesOf = (body: string): readonly number[] => body.split(' ').map(pair => Number.parseInt(pair, 16))

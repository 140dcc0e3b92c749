/** Lines of an input; undefined if a line is missing. */
export interface ReadInput {
  readonly task: string
  readonly isa: string
  readonly ip: number
  readonly end: number | undefined
  /** Content of the line of bytes or text. */
  readonly body: string
  /** The body with numbered operands replaced by their values, as far as they are listed. */
  readonly writtenOut: string
  readonly given: string | undefined
}

/** Reads the lines of an input, independently of the level's format and its oracle. */
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

/** Parses `48 89 d8` into bytes. */
export const bytesOf = (body: string): readonly number[] => body.split(' ').map(pair => Number.parseInt(pair, 16))

/** Width of a chart in pixels, the width of a phone's column. Wider pages have several columns, so charts stay readable. */
export const CHART_WIDTH = 340

/** Number of 12 px characters that fit on a line. */
const LINE_CHARACTERS = 52

/** Cuts a name so that `beside`, the text at the other end of the line, fits. The table of the chart has the full name. */
export function clipName(name: string, beside: string): string {
  const room = LINE_CHARACTERS - beside.length - 3
  return name.length > room ? `${[...name].slice(0, room - 1).join('')}…` : name
}

/** Returns a unique scale value per item, since two items may have the same name. */
export const uniqueNames = (items: readonly unknown[]): readonly string[] => items.map((_, index) => String(index))

/** The width of a phone's column: charts stand side by side where there is room, and never shrink below reading. */
export const CHART_WIDTH = 340

/** How many characters of the sheet's 12 px fit beside one another. */
const LINE_CHARACTERS = 52

/** A name cut so that what stands at the other end of the line has its room; the table beside the chart has all of it. */
export function clipName(name: string, beside: string): string {
  const room = LINE_CHARACTERS - beside.length - 3
  return name.length > room ? `${[...name].slice(0, room - 1).join('')}…` : name
}

/** A place on the scale for each item, whatever its name: two of one name are two. */
export const uniqueNames = (items: readonly unknown[]): readonly string[] => items.map((_, index) => String(index))

/** Returns true if the calendar has this day, such as 2026-01-31. It is read as UTC; the result depends on no clock or time zone. */
export function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date
}

/** Whether the calendar has this day, such as 2026-01-31: read as an instant of UTC it is written the same. No clock and no time zone is asked. */
export function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date
}

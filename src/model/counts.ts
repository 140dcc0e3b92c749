/** How many there are, by name. */
export type Counts = Readonly<Record<string, number>>

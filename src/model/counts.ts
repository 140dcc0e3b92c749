/** Numbers of things by name. */
export type Counts = Readonly<Record<string, number>>

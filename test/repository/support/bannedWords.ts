/** Words and phrases of a dialect that a newcomer does not understand at first reading, with what to write instead. */
export const BANNED_WORDS: Readonly<Record<string, string>> = {
  tell: 'report, state, show',
  tells: 'reports, states, shows',
  told: 'reported, stated, shown',
  telling: 'reporting, revealing',
  looks: 'surface shortcuts; reads, inspects',
  'look at': 'read, inspect, check',
  'looked at': 'read, inspected, checked',
  kin: 'group',
  kinship: 'groups',
  'in vain': 'fails',
  whoever: 'anybody who; or name the actor',
  nobody: 'no person; or name the actor',
  vouch: 'approve',
  vouches: 'approves',
  vouched: 'approved',
  mend: 'fix',
  mends: 'fixes',
  mended: 'fixed',
  farewell: 'close',
  honest: 'declared, legitimate',
  honestly: 'legitimately',
  hopeless: 'unrecoverable',
  heed: 'respect',
  heeded: 'respected',
  heeds: 'respects',
  'so many': 'the number',
  'those of': 'the noun again',
  'the same of': 'the noun again',
  'unless told': 'by default; @defaultValue',
  'by its looks': 'by its surface',
  'goes on with': 'resumes',
  'gone on with': 'resumed',
  'of ours': 'built-in',
  'of yours': 'your own',
}

/** Openings that hide the verb of a function's docstring, or the noun of a type's. */
export const BANNED_OPENINGS: ReadonlySet<string> = new Set([
  'What',
  'Whether',
  'How',
  'Where',
  'Why',
  'Who',
  'Whose',
  'When',
  'Which',
  'Those',
  'So',
  'Of',
])

/** Strings and names that are data, and so part of rows: row texts, names of laws and edges. Renaming them would change rows. */
export const EXEMPT_DATA: ReadonlySet<string> = new Set([
  // The answer of knights_knaves if no islander is a knight, and its edge without a knave.
  'nobody',
  'nobodyLies',
])

/** Returns the banned words in a text, in order of the list. Identifiers are split at capitals, digits and underscores. */
export function bannedWordsIn(text: string): readonly string[] {
  const words = ` ${splitNames(text)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')} `
  return Object.keys(BANNED_WORDS).filter(word => words.includes(` ${word} `))
}

const splitNames = (text: string): string => text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')

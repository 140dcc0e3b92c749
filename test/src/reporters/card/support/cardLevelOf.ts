import { createHash } from 'node:crypto'
import type { CardLevel } from '../../../../../src/reporters/card/cardLevel'
import type { Manifest } from '../../../../../src/model/manifest'
import { DATASET_CHECKS } from '../../../../../src/model/report'
import { someFigures } from '../../../../support/someFigures'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Makes a level with the given number of rows in each split. */
export function cardLevelOf(level: string, rows: Readonly<Record<string, number>>, parts: Partial<Manifest> = {}): CardLevel {
  const files = Object.entries(rows).map(([split, count]) => {
    const name = `${split}.jsonl`
    return [name, { rows: count, bytes: 1_000 * count, sha256: sha256(level + name) }] as const
  })
  const manifest: Manifest = {
    manifest: 1,
    step: 'split',
    level,
    version: '1.2.0',
    stamp: 'g1-4.10.2',
    software: 'genesis-datasets 0.1.0',
    verifiedBy: ['a dictionary 2.0'],
    seed: '42',
    count: 100,
    shares: { train: 0.8, val: 0.1, test: 0.1 },
    discards: { duplicate: 3 },
    files: Object.fromEntries(files),
    report: {
      level,
      version: '1.2.0',
      seed: '42',
      count: 100,
      category: { valid: 65, edge_case: 20, adversarial: 15 },
      difficulty: { easy: 34, medium: 33, hard: 33 },
      topic: { spelling: 100 },
      adversarialType: { malformed: 15 },
      edge: { 'spelling.empty': 20 },
      split: { train: 80, val: 10, test: 7, adversarial: 3 },
      discards: { duplicate: 3 },
      capacityAdjustments: [{ cell: 'edge_case.spelling.empty.easy', plannedRows: 6.66, capacity: 4 }],
      figures: someFigures('spelling'),
      checks: DATASET_CHECKS.map((name, index) => ({ name, outcome: index === 2 ? 'notApplicable' : 'holds', figures: `figure ${index}` })),
    },
    ...parts,
  }
  return { folder: `validated/${level}`, manifest }
}

/** Number of rows in each of the four splits. */
export const FOUR_SPLITS = { train: 80, val: 10, test: 7, adversarial: 3 }

/** Texts that would break a card without escaping. */
export const ODD_TEXTS: readonly string[] = [
  'a | b',
  '`code` ``` ~~~',
  '<script>alert(1)</script> <!-- ',
  '---\nconfigs: []\n---',
  '# not a heading\r\n- nor a list',
  '[a](javascript:b) ![c](d)',
  '*bold* _lean_ __init__ ~~gone~~',
  '"quoted" \'single\' \\ \\| %TAG ! & * : # {} []',
  'null',
  '1. first',
  '- dash',
  '=====',
  '',
  '   ',
  '\u2028\u2029\u0085\u0000\u001b[31m\u007f\ufeff\uffff',
  '\u202egpj.exe',
  '\ud83d',
  '🦜 漢字 ß',
]

import { createHash } from 'node:crypto'
import type { SplitSample } from '../../../../../src/model/dataset'
import { sampleOf } from '../../../../support/sampleOf'

const LAWS = ['text.wellFormed', 'question.roundTrip', 'answer.roundTrip', 'answer.noRefusal', 'oracle.agrees', 'lengths.addUp']

/** Returns digits that do not compress. */
const digits = (key: string, count: number): string => createHash('sha512').update(key).digest('hex').slice(0, count)

/** Returns rows as long as level 0 rows, with as many random bytes. */
export const rowsLikeLevel0 = (count: number): readonly SplitSample[] =>
  Array.from({ length: count }, (_, index) => {
    const bytes = digits(`bytes ${index}`, 2 * (8 + (index % 50))).replace(/..(?!$)/g, '$& ')
    return {
      split: index % 10 === 0 ? 'test' : 'train',
      sample: sampleOf(
        {
          id: `level0_${String(index).padStart(6, '0')}`,
          input: `task: boundaries\nisa: x86-64\nip: 0x${digits(`ip ${index}`, 8)}\nbytes: ${bytes}\ngiven: instruction 0 is sha256rnds2`,
          expected_output: digits(`output ${index}`, 2 * (index % 40)).replace(/..(?!$)/g, '$& '),
          category: 'valid',
        },
        {
          topic: 'boundaries',
          laws: LAWS,
          verified_by: ['capstone 5.0'],
          group: digits(`group ${index}`, 16),
          token: `g1-4.10.2~level0~1.0.0~42~valid.boundaries.medium~${index}~0~u~~${digits(`token ${index}`, 8)}`,
        },
      ),
    }
  })

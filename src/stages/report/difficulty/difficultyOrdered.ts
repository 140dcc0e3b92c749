import type { DifficultyFigures, Measured } from '../../../model/figures'
import type { QualityCheck } from '../../../model/report'
import { type ByDifficulty, DIFFICULTIES } from '../../../model/vocabulary'

/** Of fewer measured rows of a difficulty a median says nothing. */
export const FEWEST_MEASURED = 30

/** The medians of the measured difficulty rise from easy to medium to hard, over all rows and in each topic that has enough. */
export function difficultyOrdered({ all, topics }: DifficultyFigures): QualityCheck {
  const judged = Object.entries(topics).filter(([, measured]) => hasEnough(measured))
  const wrong = [...(hasEnough(all) ? [['all', all] as const] : []), ...judged].filter(([, measured]) => !isOrdered(measured))
  const topicsText = `${judged.length} of ${Object.keys(topics).length} topics with ${FEWEST_MEASURED} measured rows of each difficulty`
  const figures =
    wrong.length === 0 || judged.length === 0
      ? `medians ${mediansText(all)} over all; ${topicsText}`
      : `medians that do not rise: ${wrong.map(([name, measured]) => `${name} ${mediansText(measured)}`).join('; ')}; ${topicsText}`
  return { name: 'difficulty.ordered', outcome: judged.length === 0 ? 'notApplicable' : wrong.length === 0 ? 'holds' : 'violated', figures }
}

const hasEnough = (measured: ByDifficulty<Measured>): boolean =>
  DIFFICULTIES.every(difficulty => measured[difficulty].rows >= FEWEST_MEASURED)

const isOrdered = ({ easy, medium, hard }: ByDifficulty<Measured>): boolean => easy.median < medium.median && medium.median < hard.median

const mediansText = (measured: ByDifficulty<Measured>): string => DIFFICULTIES.map(difficulty => measured[difficulty].median).join(', ')

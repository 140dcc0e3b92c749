import type { DifficultyFigures, DifficultyQuartiles } from '../../../model/figures'
import type { DatasetCheck } from '../../../model/report'
import { type ByDifficulty, DIFFICULTIES } from '../../../model/vocabulary'

/** Minimum measured rows of a difficulty. A median of fewer rows is not significant. */
export const MIN_MEASURED_ROWS = 30

/** Checks `difficulty.ordered`: the medians of measured difficulty rise from easy to hard, over all rows and in each topic with enough rows. */
export function difficultyOrdered({ all, topics }: DifficultyFigures): DatasetCheck {
  const judged = Object.entries(topics).filter(([, measured]) => hasEnough(measured))
  const wrong = [...(hasEnough(all) ? [['all', all] as const] : []), ...judged].filter(([, measured]) => !isOrdered(measured))
  const topicsText = `${judged.length} of ${Object.keys(topics).length} topics with ${MIN_MEASURED_ROWS} measured rows of each difficulty`
  const figures =
    wrong.length === 0 || judged.length === 0
      ? `medians ${mediansText(all)} over all; ${topicsText}`
      : `medians that do not rise: ${wrong.map(([name, measured]) => `${name} ${mediansText(measured)}`).join('; ')}; ${topicsText}`
  return { name: 'difficulty.ordered', outcome: judged.length === 0 ? 'notApplicable' : wrong.length === 0 ? 'holds' : 'violated', figures }
}

const hasEnough = (measured: ByDifficulty<DifficultyQuartiles>): boolean =>
  DIFFICULTIES.every(difficulty => measured[difficulty].rows >= MIN_MEASURED_ROWS)

const isOrdered = ({ easy, medium, hard }: ByDifficulty<DifficultyQuartiles>): boolean =>
  easy.median < medium.median && medium.median < hard.median

const mediansText = (measured: ByDifficulty<DifficultyQuartiles>): string =>
  DIFFICULTIES.map(difficulty => measured[difficulty].median).join(', ')

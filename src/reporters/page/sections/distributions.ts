import type { Report } from '../../../model/report'
import type { ChartLibrary } from '../charts/chartLibrary'
import { html } from '../html'
import { countsFigure } from './countsFigure'
import { difficultyFigures } from './difficultyFigures'
import type { Section } from './section'

/** Makes the section on the contents: counts by label, input length and measured difficulty. */
export function distributionsSection(report: Report, library: ChartLibrary | undefined): Section {
  const counts = [
    { id: 'category', title: 'Category', description: 'Answerable rows, edge cases and traps.', counts: report.category },
    {
      id: 'split',
      title: 'Split',
      description: 'Rows per split; adversarial has the traps held out from training.',
      counts: report.split,
    },
    { id: 'topic', title: 'Topic', description: 'Rows per topic.', counts: report.topic },
    { id: 'difficulty', title: 'Difficulty', description: 'Planned difficulty.', counts: report.difficulty },
    { id: 'type', title: 'Adversarial type', description: 'Traps by the reason to refuse them.', counts: report.adversarialType },
    { id: 'length', title: 'Length', description: 'Rows by input length in characters.', counts: report.figures.length },
    { id: 'edge', title: 'Edge', description: 'Rows per named edge case.', counts: report.edge },
  ]
  return {
    id: 'distributions',
    title: 'Contents',
    body: html`<div class="grid">${counts.map(one => countsFigure(library, one))}${difficultyFigures(report.figures.difficulty, library)}</div>`,
  }
}

import type { Report } from '../../../model/report'
import type { ChartLibrary } from '../charts/chartLibrary'
import { html } from '../html'
import { countsFigure } from './countsFigure'
import { difficultyFigures } from './difficultyFigures'
import type { Section } from './section'

/** What the rows are about, how hard and how long they are. */
export function distributionsSection(report: Report, library: ChartLibrary | undefined): Section {
  const counts = [
    { id: 'category', title: 'Category', description: 'Answerable rows, edge cases and traps.', counts: report.category },
    {
      id: 'split',
      title: 'Split',
      description: 'Where the rows stand; adversarial holds traps that are never trained on.',
      counts: report.split,
    },
    { id: 'topic', title: 'Topic', description: 'What the rows ask.', counts: report.topic },
    { id: 'difficulty', title: 'Difficulty', description: 'As the rows were planned.', counts: report.difficulty },
    { id: 'type', title: 'Type of trap', description: 'Why traps are to be refused.', counts: report.adversarialType },
    { id: 'length', title: 'Length', description: 'Rows by the characters of their input.', counts: report.figures.length },
    { id: 'edge', title: 'Edge', description: 'The named extremes that edge cases touch.', counts: report.edge },
  ]
  return {
    id: 'distributions',
    title: 'What is in it',
    body: html`<div class="grid">${counts.map(one => countsFigure(library, one))}${difficultyFigures(report.figures.difficulty, library)}</div>`,
  }
}

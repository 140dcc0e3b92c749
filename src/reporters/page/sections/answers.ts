import type { AnswerFigures, FrequentOutput } from '../../../model/figures'
import { barChart } from '../charts/barChart'
import { chartFigure } from '../charts/chartFigure'
import type { ChartLibrary } from '../charts/chartLibrary'
import { type Html, html, NOTHING } from '../html'
import { groupDigits, percent } from '../../../utils/strings/numbers'
import { clipAnswer } from './clipAnswer'
import type { Section } from './section'

/** Makes the section on answers: the baselines, and the most frequent outputs of each topic. */
export const answersSection = (answers: AnswerFigures, library: ChartLibrary | undefined): Section => ({
  id: 'answers',
  title: 'Answers',
  body: html`<div class="grid">${baselinesFigure(answers, library)}${KINDS.map(kind => mostFrequentFigure(answers, kind, library))}</div>`,
})

function baselinesFigure({ constantBaseline, topicMajorityBaseline }: AnswerFigures, library: ChartLibrary | undefined): Html {
  const baselines = [
    { name: `constant: ${clipAnswer(constantBaseline.output)}`, value: constantBaseline.share },
    { name: "topic majority: each topic's most frequent output", value: topicMajorityBaseline },
  ]
  return chartFigure({
    id: 'baselines',
    title: 'Baselines',
    description: 'Share of rows that are right without reading the input; a model must exceed it.',
    chart: library && barChart(library, withLabels(baselines), 1),
    head: ['Baseline', 'Share'],
    rows: baselines.map(({ name, value }) => [name, percent(value)]),
  })
}

const withLabels = (bars: readonly { readonly name: string; readonly value: number }[]) =>
  bars.map(bar => ({ ...bar, label: percent(bar.value) }))

const KINDS = [
  { key: 'answer', title: 'Most frequent answer', description: 'Share of the answered rows, by topic.' },
  { key: 'firstToken', title: 'Most frequent first token', description: 'Share of the answered rows, by topic.' },
  { key: 'refusal', title: 'Most frequent refusal', description: 'Share of all rows, by topic.' },
] as const

function mostFrequentFigure(
  { topics }: AnswerFigures,
  { key, title, description }: (typeof KINDS)[number],
  library: ChartLibrary | undefined,
): Html {
  const outputs = Object.entries(topics)
    .map(([topic, figures]): readonly [string, FrequentOutput] => [topic, figures[key]])
    .filter(([, { rows }]) => rows > 0)
  if (outputs.length === 0) return NOTHING
  const bars = outputs.map(([topic, { output, share }]) => ({ name: `${topic}: ${clipAnswer(output)}`, value: share }))
  return chartFigure({
    id: `frequent-${key}`,
    title,
    description,
    chart: library && barChart(library, withLabels(bars), 1),
    head: ['Topic', 'Output', 'Rows', 'Share'],
    rows: outputs.map(([topic, { output, rows, share }]) => [
      topic,
      html`<code>${clipAnswer(output)}</code>`,
      groupDigits(rows),
      percent(share),
    ]),
  })
}

import type { MutationReport, Survivor } from '../../../model/mutation'
import { barChart } from '../charts/barChart'
import { chartFigure } from '../charts/chartFigure'
import type { ChartLibrary } from '../charts/chartLibrary'
import { type Html, html, NOTHING } from '../html'
import { formatCount, groupDigits, shareOf } from '../../../utils/strings/numbers'
import type { PageInput } from '../pageInput'
import { table } from '../table'
import { clipAnswer } from './clipAnswer'
import type { Section } from './section'

/** Makes the section on wrong labels: the share that the verifiers rejected, and the surviving mutants. */
export const mutantsSection = ({ mutation, mutatedRows }: PageInput, library: ChartLibrary | undefined): Section => ({
  id: 'mutants',
  title: 'Wrong labels',
  body: html`<p>The labels of ${formatCount(mutatedRows, 'row')} were made wrong in several ways and verified: ${groupDigits(mutation.killed)} of ${groupDigits(mutation.mutants - mutation.equivalent)} were rejected; ${groupDigits(mutation.equivalent)} more are equivalent to the label. ${
    mutation.rejectedRows === 0
      ? NOTHING
      : `${formatCount(mutation.rejectedRows, 'row')} are rejected with their original label, so their mutants do not count.`
  }</p>
<div class="grid">${byMutation(mutation, library)}${mutation.survivors.length === 0 ? NOTHING : survivors(mutation.survivors)}</div>`,
})

/** Mutations in words. */
const NAMES: Readonly<Record<keyof MutationReport['byMutation'], string>> = {
  anotherAnswer: "another row's answer",
  smallEdit: 'a small edit',
  refusalForAnswer: 'a refusal for an answer',
  anotherRefusal: 'another refusal',
  twinsAnswer: "the twin's answer for a refusal",
  answerForRefusal: "another row's answer for a refusal",
}

function byMutation({ byMutation: kinds }: MutationReport, library: ChartLibrary | undefined): Html {
  const tried = (Object.entries(kinds) as [keyof typeof kinds, (typeof kinds)[keyof typeof kinds]][])
    .map(([kind, { mutants, killed, equivalent }]) => ({ name: NAMES[kind], killed, wrong: mutants - equivalent, equivalent }))
    .filter(({ wrong, equivalent }) => wrong + equivalent > 0)
  if (tried.length === 0) return NOTHING
  return chartFigure({
    id: 'killed',
    title: 'Rejected by mutation',
    description: 'Share of the wrong labels of each mutation that the verifiers rejected.',
    chart:
      library &&
      barChart(
        library,
        tried.map(({ name, killed, wrong }) => ({ name, value: killed / Math.max(wrong, 1), label: `${killed} of ${wrong}` })),
        1,
      ),
    head: ['Mutation', 'Rejected', 'Of', 'Share', 'Equivalent to the label'],
    rows: tried.map(({ name, killed, wrong, equivalent }) => [name, killed, wrong, shareOf(killed, wrong), equivalent]),
  })
}

/** Maximum number of survivors shown; a lax verifier has thousands. */
const MAX_SHOWN = 10

const survivors = (passed: readonly Survivor[]): Html => html`<div class="card"><h3>Surviving mutants</h3>
<p>${formatCount(passed.length, 'wrong label')} that no verifier rejected${passed.length > MAX_SHOWN ? `, the first ${MAX_SHOWN}` : ''}.</p>
${table(
  'Surviving mutants',
  ['Row', 'Label', 'Wrong label'],
  passed
    .slice(0, MAX_SHOWN)
    .map(({ id, expected_output, mutant }) => [
      html`<a href="#${encodeURIComponent(id)}">${id}</a>`,
      html`<code>${clipAnswer(expected_output)}</code>`,
      html`<code>${clipAnswer(mutant)}</code>`,
    ]),
)}</div>`

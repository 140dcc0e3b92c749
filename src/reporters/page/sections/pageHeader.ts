import type { DatasetCheck } from '../../../model/report'
import { type Html, html } from '../html'
import { formatCount, groupDigits, percent } from '../../../utils/strings/numbers'
import type { PageInput } from '../pageInput'

/** Returns the head of the page: the dataset, the summary of its checks, and the main figures. */
export function pageHeader({ report, mutation, madeWith, verifiedBy }: PageInput): Html {
  const made = [
    report.seed === 'none' ? 'no seed' : `seed ${report.seed}`,
    ...verifiedBy.map(tool => `confirmed by ${tool}`),
    `made with ${madeWith}`,
  ]
  const isGood = report.checks.every(({ outcome }) => outcome !== 'violated')
  return html`<header>
<p class="eyebrow">Dataset report</p>
<h1>${report.level} <small>${report.version}</small></h1>
<p class="made">${made.map((part, index) => html`${index === 0 ? '' : ' · '}${part}`)}</p>
<p class="verdict ${isGood ? 'good' : 'bad'}"><span aria-hidden="true">${isGood ? '✓' : '✗'}</span> ${summarizeChecks(report.checks)}</p>
<dl class="tiles">
${tile('Rows', groupDigits(report.count), formatCount(report.category.adversarial ?? 0, 'trap'))}
${tile('Wrong labels rejected', mutation.mutants === 0 ? 'none tested' : percent(mutation.killRate), `${groupDigits(mutation.killed)} of ${groupDigits(mutation.mutants - mutation.equivalent)} tested`)}
${tile('Majority baseline', percent(report.figures.answers.topicMajorityBaseline), "each topic's most frequent output")}
${tile('Discarded draws', groupDigits(Object.values(report.discards).reduce((sum, times) => sum + times, 0)), 'draws that did not become rows')}
</dl>
</header>`
}

/** Summarizes the outcomes of the checks, violations first. */
function summarizeChecks(checks: readonly DatasetCheck[]): string {
  const outcomes = (['violated', 'holds', 'notApplicable'] as const)
    .map(outcome => [outcome, checks.filter(check => check.outcome === outcome).length] as const)
    .filter(([, number]) => number > 0)
  const [only] = outcomes
  if (only?.[0] === 'holds' && outcomes.length === 1) return only[1] === 1 ? 'The check holds' : `All ${only[1]} checks hold`
  return outcomes.map(([outcome, number]) => `${formatCount(number, 'check')} ${OUTCOME_VERBS[outcome][number === 1 ? 0 : 1]}`).join(', ')
}

const OUTCOME_VERBS = {
  violated: ['is violated', 'are violated'],
  holds: ['holds', 'hold'],
  notApplicable: ['is not applicable', 'are not applicable'],
} as const

const tile = (name: string, value: string, note: string): Html => html`<div><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>`

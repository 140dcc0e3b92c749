import type { DatasetCheck, Report } from '../../../model/report'
import { html } from '../html'
import { outcomeMark } from './outcomes'
import type { Section } from './section'

/** Makes the section of dataset checks, violated checks first. */
export const checksSection = ({ checks }: Report): Section => ({
  id: 'checks',
  title: 'Dataset checks',
  body: html`<ul class="card checks">${[...checks.filter(isViolated), ...checks.filter(check => !isViolated(check))].map(
    ({ name, outcome, figures }) => html`
<li>${outcomeMark(outcome)} <code>${name}</code> <span>${figures}</span></li>`,
  )}
</ul>`,
})

const isViolated = ({ outcome }: DatasetCheck): boolean => outcome === 'violated'

import type { SplitSample } from '../../../model/dataset'
import { drawKey } from '../../../stages/draw/drawKey'
import type { PageRow } from './pageRow'

/** Converts rows to rows of the page, each with the id of its twin. */
export function pageRows(samples: readonly SplitSample[]): readonly PageRow[] {
  const byDraw = new Map<string, string[]>()
  for (const one of samples) {
    const ids = byDraw.get(drawKey(one))
    if (ids === undefined) byDraw.set(drawKey(one), [one.sample.id])
    else ids.push(one.sample.id)
  }
  return samples.map(one => pageRow(one, byDraw.get(drawKey(one))?.find(id => id !== one.sample.id) ?? ''))
}

const pageRow = ({ sample, split }: SplitSample, twin: string): PageRow => ({
  id: sample.id,
  input: sample.input,
  expected_output: sample.expected_output,
  split,
  category: sample.category,
  topic: sample.metadata.topic,
  difficulty: sample.difficulty,
  adversarial_type: sample.metadata.adversarial_type,
  edge: sample.metadata.edge,
  measured_difficulty: sample.metadata.measured_difficulty,
  verified: sample.verified,
  verification_method: sample.verification_method,
  verified_by: sample.metadata.verified_by,
  laws: sample.metadata.laws,
  group: sample.metadata.group,
  token: sample.metadata.token,
  twin,
})

import { EXPORTERS, type ExportFormat, type ExportRows } from './exportFormats'
import type { Sample } from '../model/sample'

/**
 * Converts a sample to a row for a training or evaluation tool. All rows of a format have the same keys and types. Fields
 * without a counterpart in the format are kept as metadata.
 *
 * - `messages`: TRL's SFT with a chat template, and most other trainers.
 * - `prompt-completion`: TRL's SFT and GRPO on plain texts, for models without a chat template.
 * - `verifiers`: environments of `verifiers`, and TRL's GRPO with a chat template.
 * - `inspect`: `json_dataset` of inspect_ai.
 * - `openai-evals`: the basic templates of OpenAI Evals.
 * - `parquet`: a flat table row, with the metadata as one JSON text.
 *
 * The sample is not verified; use `verifySample` for that. Equal samples give equal rows, with keys in the same order.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const [sample] = built._tag === 'Right' ? built.right.samples : []
 * expect(exportRow('inspect', sample)).toMatchObject({ input: sample.input, target: sample.expected_output })
 */
export const exportRow = <F extends ExportFormat>(format: F, sample: Sample): ExportRows[F] => EXPORTERS[format](sample)

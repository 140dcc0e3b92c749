import { EXPORTERS, type ExportFormat, type ExportRows } from './exportFormats'
import type { Sample } from '../model/sample'

/**
 * The row that a training or evaluation stack eats, made of a sample: keys and types are the same for every sample of a
 * format, and what has no place of its own travels along as metadata.
 *
 * - `messages`: TRL's SFT with a chat template, and most other trainers.
 * - `prompt-completion`: TRL's SFT and GRPO on plain texts, for models without a chat template.
 * - `verifiers`: environments of `verifiers`, and TRL's GRPO with a chat template.
 * - `inspect`: `json_dataset` of inspect_ai.
 * - `openai-evals`: the basic templates of OpenAI Evals.
 * - `parquet`: the flat row of a table, with the metadata as one JSON text.
 *
 * The sample is believed: `verifySample` proves it. Equal samples give equal rows, keys in the same order.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const [sample] = built._tag === 'Right' ? built.right.samples : []
 * expect(exportRow('inspect', sample)).toMatchObject({ input: sample.input, target: sample.expected_output })
 */
export const exportRow = <F extends ExportFormat>(format: F, sample: Sample): ExportRows[F] => EXPORTERS[format](sample)

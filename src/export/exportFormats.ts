import type { Sample } from '../model/sample'
import { type InspectRow, inspectRow } from './inspectRow'
import { type MessagesRow, messagesRow } from './messagesRow'
import { type OpenaiEvalsRow, openaiEvalsRow } from './openaiEvalsRow'
import { type ParquetRow, parquetRow } from './parquetRow'
import { type PromptCompletionRow, promptCompletionRow } from './promptCompletionRow'
import { type VerifiersRow, verifiersRow } from './verifiersRow'

/** Formats that rows can be exported to. */
export const EXPORT_FORMATS = ['messages', 'prompt-completion', 'verifiers', 'inspect', 'openai-evals', 'parquet'] as const
/** A format that rows can be exported to; `exportRow` describes each. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Row types by format. */
export interface ExportRows {
  readonly messages: MessagesRow
  readonly 'prompt-completion': PromptCompletionRow
  readonly verifiers: VerifiersRow
  readonly inspect: InspectRow
  readonly 'openai-evals': OpenaiEvalsRow
  readonly parquet: ParquetRow
}

/** Functions by format that convert a row. */
export const EXPORTERS: { readonly [F in ExportFormat]: (sample: Sample) => ExportRows[F] } = {
  messages: messagesRow,
  'prompt-completion': promptCompletionRow,
  verifiers: verifiersRow,
  inspect: inspectRow,
  'openai-evals': openaiEvalsRow,
  parquet: parquetRow,
}

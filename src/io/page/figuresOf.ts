import type { DatasetFigures } from '../../model/figures'
import type { Report } from '../../model/report'

/** The figures of the dataset as a whole, where its report has them. */
export const figuresOf = (report: Report & { readonly figures?: DatasetFigures }): DatasetFigures | undefined => report.figures

import type * as Plot from '@observablehq/plot'
import { Html } from '../html'

/** What draws charts without a browser. */
export interface ChartLibrary {
  readonly plot: typeof Plot
  /** The SVG of a chart as markup. */
  readonly draw: (options: Plot.PlotOptions) => Html
}

/** The packages that it needs, which are optional. */
export const CHART_PACKAGES = ['@observablehq/plot', 'linkedom'] as const

/** Undefined where a package is missing: then the tables stand alone. */
export async function loadChartLibrary(): Promise<ChartLibrary | undefined> {
  try {
    const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
    const { document } = parseHTML('<!doctype html><html><body></body></html>')
    return { plot, draw: options => toHtml(plot.plot({ ...options, document: document as never }) as unknown as Drawing) }
  } catch {
    return undefined
  }
}

/** What is used of the element that Plot makes. */
interface Drawing {
  readonly outerHTML: string
  readonly setAttribute: (name: string, value: string) => void
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly remove: () => void }>
}

/** The figure around a chart names and describes it; its style is in the page's own sheet, the only one that is allowed. */
function toHtml(svg: Drawing): Html {
  for (const style of svg.querySelectorAll('style')) style.remove()
  svg.setAttribute('class', 'plot')
  svg.setAttribute('aria-hidden', 'true')
  return new Html(svg.outerHTML)
}

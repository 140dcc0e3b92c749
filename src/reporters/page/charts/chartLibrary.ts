import type * as Plot from '@observablehq/plot'
import { Html } from '../html'

/** Library that draws charts without a browser. */
export interface ChartLibrary {
  readonly plot: typeof Plot
  /** Returns the SVG of a chart as markup. */
  readonly draw: (options: Plot.PlotOptions) => Html
}

/** Optional packages that draw charts. */
export const CHART_PACKAGES = ['@observablehq/plot', 'linkedom'] as const

/** Loads the chart library; returns undefined if a package is missing. Then the page has only tables. */
export async function loadChartLibrary(): Promise<ChartLibrary | undefined> {
  try {
    const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
    const { document } = parseHTML('<!doctype html><html><body></body></html>')
    return { plot, draw: options => toHtml(plot.plot({ ...options, document: document as never }) as unknown as Drawing) }
  } catch {
    return undefined
  }
}

/** Used members of the element that Plot makes. */
interface Drawing {
  readonly outerHTML: string
  readonly setAttribute: (name: string, value: string) => void
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly remove: () => void }>
}

/** Removes the chart's styles, since the policy allows only the page's sheet, and hides it: the figure around it describes it. */
function toHtml(svg: Drawing): Html {
  for (const style of svg.querySelectorAll('style')) style.remove()
  svg.setAttribute('class', 'plot')
  svg.setAttribute('aria-hidden', 'true')
  return new Html(svg.outerHTML)
}

import type { PageRow } from '../rows/pageRow'
import { element } from './element'

/** What kind of row it is, in a few words. */
export const tags = ({ split, category, adversarial_type, edge, topic, difficulty }: PageRow): HTMLElement =>
  element(
    'span',
    { class: 'tags' },
    ...[split, category === 'adversarial' ? adversarial_type : category, ...(edge === 'none' ? [] : [edge]), topic, difficulty].map(
      (word, place) => element('span', { class: place === 1 ? `tag ${category}` : 'tag' }, word),
    ),
  )

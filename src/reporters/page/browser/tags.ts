import type { PageRow } from '../rows/pageRow'
import { element } from './element'

/** Makes the tags of a row: split, category or adversarial type, edge, topic and difficulty. */
export const tags = ({ split, category, adversarial_type, edge, topic, difficulty }: PageRow): HTMLElement =>
  element(
    'span',
    { class: 'tags' },
    ...[split, category === 'adversarial' ? adversarial_type : category, ...(edge === 'none' ? [] : [edge]), topic, difficulty].map(
      (word, index) => element('span', { class: index === 1 ? `tag ${category}` : 'tag' }, word),
    ),
  )

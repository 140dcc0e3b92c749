import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { html } from '../../../../src/reporters/page/html'
import { formatCount, groupDigits, percent } from '../../../../src/utils/strings/numbers'
import { visible, visibleInLine } from '../../../../src/reporters/page/visible'

describe('visible', () => {
  it('contains no invisible character', () => {
    expect(visible('a\0b\tc\u202ed\ud800e\u200bf\n')).toBe('a⟨U+0000⟩b⟨U+0009⟩c⟨U+202E⟩d⟨U+D800⟩e⟨U+200B⟩f\n')
    expect(visibleInLine('one\ntwo\r')).toBe('one ⏎ two⟨U+000D⟩')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(visible(text).replaceAll('\n', ''))),
      { seed: 42 },
    )
  })

  it('stays unchanged if all of it is visible', () => {
    expect(visible('ß 漢字 🦜 "x" <b>\n')).toBe('ß 漢字 🦜 "x" <b>\n')
  })
})

describe('html', () => {
  it('escapes values as text wherever they occur', () => {
    const hostile = `"'><script>alert(1)</script>&amp;`
    const { text } = html`<a title="${hostile}">${hostile}</a>`
    expect(text).toBe(
      '<a title="&#34;&#39;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp;">&#34;&#39;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp;</a>',
    )
  })

  it('inserts other markup and lists of markup unchanged', () => {
    expect(html`<ul>${['<', 2].map(item => html`<li>${item}</li>`)}</ul>`.text).toBe('<ul><li>&#60;</li><li>2</li></ul>')
  })
})

describe('number formatting', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [12_345_678, '12,345,678'],
    [7.5, '7.5'],
    [1_234.5678, '1,234.5678'],
  ])('prints %d as %s', (number, printed) => {
    expect(groupDigits(number)).toBe(printed)
  })

  it('adds a noun to numbers and percent to shares', () => {
    expect([formatCount(1, 'row'), formatCount(2_000, 'row'), percent(0.1234)]).toEqual(['1 row', '2,000 rows', '12.3\u00a0%'])
  })
})

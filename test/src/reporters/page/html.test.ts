import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { html } from '../../../../src/reporters/page/html'
import { counted, grouped, percent } from '../../../../src/utils/strings/numbers'
import { visible, visibleInLine } from '../../../../src/reporters/page/visible'

describe('a text that is shown', () => {
  it('has no character that cannot be seen', () => {
    expect(visible('a\0b\tc\u202ed\ud800e\u200bf\n')).toBe('a⟨U+0000⟩b⟨U+0009⟩c⟨U+202E⟩d⟨U+D800⟩e⟨U+200B⟩f\n')
    expect(visibleInLine('one\ntwo\r')).toBe('one ⏎ two⟨U+000D⟩')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(visible(text).replaceAll('\n', ''))),
      { seed: 42 },
    )
  })

  it('stays as it is where all of it can be seen', () => {
    expect(visible('ß 漢字 🦜 "x" <b>\n')).toBe('ß 漢字 🦜 "x" <b>\n')
  })
})

describe('markup', () => {
  it('takes values as text, wherever they stand', () => {
    const hostile = `"'><script>alert(1)</script>&amp;`
    const { text } = html`<a title="${hostile}">${hostile}</a>`
    expect(text).toBe(
      '<a title="&#34;&#39;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp;">&#34;&#39;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp;</a>',
    )
  })

  it('takes other markup, and lists of it, as they are', () => {
    expect(html`<ul>${['<', 2].map(item => html`<li>${item}</li>`)}</ul>`.text).toBe('<ul><li>&#60;</li><li>2</li></ul>')
  })
})

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [12_345_678, '12,345,678'],
    [7.5, '7.5'],
    [1_234.5678, '1,234.5678'],
  ])('%d is %s', (number, told) => {
    expect(grouped(number)).toBe(told)
  })

  it('have their noun, and shares their percent', () => {
    expect([counted(1, 'row'), counted(2_000, 'row'), percent(0.1234)]).toEqual(['1 row', '2,000 rows', '12.3\u00a0%'])
  })
})

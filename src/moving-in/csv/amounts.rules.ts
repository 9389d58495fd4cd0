// Amounts of money as tables have them: with a point or a comma before the cents, and either between the thousands.

export type DecimalMark = '.' | ','

const longest = 40
/** What stands around the digits: signs and codes of currencies, and spaces. Apostrophes part thousands in Switzerland. */
const bare = (text: string): string =>
  text
    .replace(/[\p{Sc}\s'’]/gu, '')
    .replace(/^([A-Z]{3}|kr|fr)\.?(?=[-+\d])|(?<=\d)([A-Z]{3}|kr|fr|zł|kč)\.?$/gi, '')
    .replace(/^\u2212/, '-')

const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/,
  ',': /^[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/,
}

/** By which marks the text is a number: `1.234` by both, `12,50` by one, `12` by either, which says nothing (`any`). */
export function marksOf(text: string): readonly DecimalMark[] | 'any' {
  if (text.length > longest) return []
  const digits = bare(text)
  if (/^[-+]?\d+$/.test(digits)) return 'any'
  return (['.', ','] as const).filter((mark) => shapes[mark].test(digits))
}

/** What a column of amounts says of its mark: one of them, both (`ask`), or nothing that needs one (`any`). */
export function markOfColumn(seen: { readonly point: number; readonly comma: number; readonly both: number }) {
  if (seen.point > 0 && seen.comma === 0) return '.'
  if (seen.comma > 0 && seen.point === 0) return ','
  return seen.point + seen.comma + seen.both > 0 ? 'ask' : 'any'
}

/** A decimal number in text, as in `-1234.5`; null for what is none. Nothing is rounded. */
export function readAmount(text: string, mark: DecimalMark): string | null {
  if (text.length > longest) return null
  const digits = bare(text)
  if (!shapes[mark].test(digits)) return null
  const plain = (mark === ',' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '')).replace(
    '+',
    '',
  )
  const [whole = '', cents] = plain.split('.')
  const shortened = cents?.replace(/0+$/, '') ?? ''
  const kept = whole.replace(/^(-?)0+(?=\d)/, '$1')
  return cents === undefined
    ? kept
    : shortened.length <= 2
      ? `${kept}.${shortened.padEnd(2, '0')}`
      : `${kept}.${shortened}`
}

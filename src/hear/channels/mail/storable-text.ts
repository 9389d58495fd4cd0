// Makes text from outside fit for the database and for the eye: no NUL, no lone surrogate, no hidden direction marks in names.

const bodyControls = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const lineControls = /[\0-\u001f\u007f-\u009f\u2028\u2029]+/g
// Marks that turn the direction of writing: "exe.gpj" must not read as "jpg.exe".
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Running text: PostgreSQL refuses NUL, and JSON refuses half a character. Line ends become \n. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(bodyControls, '')
}

/** One line, as a subject or a name: no line breaks, no controls, no direction marks, at most `most` characters. */
export function storableLine(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .toWellFormed()
    .replace(lineControls, ' ')
    .replace(directionMarks, '')
    .trim()
  return line.slice(0, most).toWellFormed()
}

const reserved = /[/\\:*?"<>|]/g

/** A file name that is only a name. Keeps the extension of a long one; `fallback` where nothing is left. */
export function storableFileName(name: string, fallback: string): string {
  const last = storableLine(name, 1000).split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(reserved, '_')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  if (plain === '') return fallback
  if (plain.length <= 150) return plain
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : ''
  return (plain.slice(0, 150 - extension.length) + extension).toWellFormed()
}

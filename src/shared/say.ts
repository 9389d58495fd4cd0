// The words of letters and of everything else the server says to people: a catalogue by key, with places for values.
import words from './words/en.json' with { type: 'json' }

const catalogue: Readonly<Record<string, string>> = words

/** The text of a key with its `{places}` filled. Values are put in as they are, once: a value with braces stays a value.
 * @throws Error for a key or a place that does not exist: a mistake of ours, caught by the tests */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = catalogue[key]
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the words of ${key} want ${name}`)
    return String(value)
  })
}

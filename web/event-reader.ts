// Reads a text/event-stream from pieces of any length (WHATWG HTML, 9.2). Pure.

export interface StreamEvent {
  /** The identifier to resume after; empty where the event has none. */
  readonly id: string
  readonly data: string
}

export interface EventReader {
  /** Takes the next piece of the stream and gives the events that it completed. */
  read(piece: string): readonly StreamEvent[]
}

export function createEventReader(): EventReader {
  let rest = ''
  let id = ''
  let data: string[] = []
  const readLine = (line: string): StreamEvent | null => {
    if (line === '') {
      const event = data.length > 0 ? { id, data: data.join('\n') } : null
      data = []
      return event
    }
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    if (field === 'id' && !value.includes('\0')) id = value
    return null
  }
  return {
    read: (piece) => {
      const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      return lines.map(readLine).filter((event) => event !== null)
    },
  }
}

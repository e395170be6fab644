/** The longest first sentence, in characters, that is still read as a headline. */
const LONGEST = 44

/**
 * A demand has no title of its own: its first sentence is set large in its place. Nothing but the line break between
 * the two is dropped. A text that starts with a long sentence stays in one piece, as body.
 */
export function headline(text: string): [first: string, rest: string] {
  const match = /^[^\n。！？!?；;]+[。！？!?；;]*/.exec(text)
  const first = match?.[0] ?? ''
  if ([...first].length > LONGEST) return ['', text]
  return [first, text.slice(first.length).trim()]
}

/** The longest first sentence, in characters, that is still read as a headline. */
const LONGEST = 44

/**
 * A demand has no title of its own: its first sentence is set large in its place. Nothing is dropped and nothing added,
 * so both parts together are the text. A text that starts with a long sentence stays in one piece, as body.
 */
export function headline(text: string): [first: string, rest: string] {
  const match = /^[^\n。！？!?；;]+[。！？!?；;]*/.exec(text)
  const first = match?.[0] ?? ''
  if ([...first].length > LONGEST) return ['', text]
  const rest = text.slice(first.length)
  return [first, rest.startsWith('\n') || rest === '' ? rest : `\n${rest}`]
}

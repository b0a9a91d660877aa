/**
 * `make`, remembering what it made of the texts it was last given. For pure functions whose results nobody changes.
 * @param mostCharacters of all texts together; longer ones push the oldest out
 */
export function rememberByText<T>(make: (text: string) => T, mostCharacters: number): (text: string) => T {
  const made = new Map<string, { value: T }>();
  let characters = 0;
  return (text) => {
    const known = made.get(text);
    if (known) {
      made.delete(text);
      made.set(text, known);
      return known.value;
    }
    const value = make(text);
    if (text.length > mostCharacters / 10) return value;
    made.set(text, { value });
    characters += text.length;
    for (const oldest of made.keys()) {
      if (characters <= mostCharacters) break;
      made.delete(oldest);
      characters -= oldest.length;
    }
    return value;
  };
}

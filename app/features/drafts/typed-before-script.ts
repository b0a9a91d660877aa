/**
 * Holds what is typed into text areas until the page's script has taken the page over, and gives back what puts it there again.
 * React sets a text area that came with a text back to that text when it takes over (`initTextarea` of react-dom 19).
 */
export function holdTypedText(page: Document): () => void {
  const typed = new Map<HTMLTextAreaElement, string>();
  const hold = (field: EventTarget | null) => {
    if (field instanceof HTMLTextAreaElement) typed.set(field, field.value);
  };
  const onInput = (event: Event) => hold(event.target);
  for (const field of page.querySelectorAll('textarea')) if (field.value !== field.defaultValue) hold(field);
  page.addEventListener('input', onInput, { capture: true });
  return () => {
    page.removeEventListener('input', onInput, { capture: true });
    for (const [field, text] of typed) if (field.value !== text) field.value = text;
  };
}

/** Words typed into a form that was not sent: what they are about, and the field they stand in. */
export type Unkept = { about: string; field: HTMLTextAreaElement };

/** What is typed in the page's other forms (those with `data-about`) and not kept. */
export function unkeptBeside(form: HTMLFormElement): Unkept[] {
  return [...document.querySelectorAll<HTMLFormElement>('form[data-about]')].flatMap((other) => {
    const field = other.querySelector('textarea');
    if (other === form || field === null || field.value.trim() === '') return [];
    return [{ about: other.dataset.about ?? '', field }];
  });
}

/** Opens what hides a field, and moves the focus there. */
export function showField(field: HTMLTextAreaElement): void {
  const fold = field.closest('details');
  if (fold !== null) fold.open = true;
  field.focus();
}

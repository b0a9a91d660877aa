/** What somebody typed or chose in a form, field by field. */
export type TypedField = { name: string; value: string };

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** A field that is no part of what is typed, such as a tick that something was read. */
export const isNoPart = (field: EventTarget | null) =>
  field instanceof HTMLElement && field.dataset.draft === 'none';

/** The option a list of choices begins with: the marked one, else the first that can be chosen. */
function firstOption({ options }: HTMLSelectElement): HTMLOptionElement | undefined {
  const all = [...options];
  return all.findLast((option) => option.defaultSelected) ?? all.find((option) => !option.disabled);
}

function isTouchedField(field: Field): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement)
    return field.multiple
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.selectedIndex !== (firstOption(field)?.index ?? -1);
  if (field.type === 'hidden') return false;
  return field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}

const fieldsIn = (form: HTMLFormElement) =>
  [...form.elements].filter(isField).filter((field) => !isNoPart(field));

/** Whether somebody typed or chose something that the form did not begin with. */
export function isTouched(form: HTMLFormElement): boolean {
  return fieldsIn(form).some(isTouchedField);
}

const notKept = new Set(['hidden', 'password', 'file', 'checkbox', 'submit', 'button']);

/** Texts, numbers, and single choices; ticks and secrets are asked for again. */
const keptFieldsIn = (form: HTMLFormElement) => fieldsIn(form).filter((field) => !notKept.has(field.type));

const isOn = (field: Field) => field.type !== 'radio' || (field instanceof HTMLInputElement && field.checked);

/** The fields that say something else than the form began with. */
export function typedFields(form: HTMLFormElement): TypedField[] {
  return keptFieldsIn(form)
    .filter((field) => isTouchedField(field) && isOn(field))
    .map(({ name, value }) => ({ name, value }));
}

/** Puts kept words into the fields that nobody has touched meanwhile. */
export function putBack(form: HTMLFormElement, kept: TypedField[]): void {
  const fields = keptFieldsIn(form);
  const touched = new Set(fields.filter(isTouchedField).map(({ name }) => name));
  for (const { name, value } of kept) {
    if (touched.has(name)) continue;
    for (const field of fields) {
      if (field.name !== name) continue;
      if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
      else field.value = value;
    }
  }
}

/** A number as people write it: two digits that count below 1, one decimal below 100, none above, no trailing zeros. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 1e-9 && size < 1) return String(Number(value.toPrecision(2)));
  const decimals = size < 100 ? 1 : 0;
  const text = value.toFixed(decimals).replace(/\.0$/, '');
  return text === '-0' ? '0' : text;
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small whole numbers as words, for sentences. */
export function numberWord(value: number): string {
  return words[value] ?? String(value);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 point`, `4 points`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const narrow = /[ .,:;'’|!()[\]ilIjtfr]/;
const wide = /[mwMW@%—…]/;
const capital = /[A-Z0-9&?]/;

/** About how wide a text is in pixels, on the generous side: the reader's fonts are not known. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) {
    if (narrow.test(sign)) ems += 0.36;
    else if (wide.test(sign)) ems += 0.94;
    else if (capital.test(sign)) ems += 0.68;
    else ems += sign.charCodeAt(0) > 0x2e80 ? 1.05 : 0.59;
  }
  return ems * size;
}

/** A word cut into pieces that each fit, so that a pasted address never runs off the page. */
function piecesOf(word: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && textWidth(piece + sign, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/**
 * Lines of a text at a size in pixels that fit a width; the writer's own line breaks stay.
 * @param most lines kept; a longer text ends in an ellipsis
 */
export function wrapText(
  text: string,
  { size, width, most = Infinity }: { size: number; width: number; most?: number },
): string[] {
  const lines = text.split(/\r?\n/).flatMap((paragraph) => {
    const filled: string[] = [];
    let line = '';
    const words = paragraph.split(/\s+/).flatMap((word) => piecesOf(word, size, width));
    for (const word of words) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, size) > width) {
        filled.push(line);
        line = word;
      } else line = longer;
    }
    return line === '' ? filled : [...filled, line];
  });
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{1,2}$/u, '')}…`];
}

/** Text without what XML may not hold: control signs, halves of signs, and the two that are no signs. */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '');
}

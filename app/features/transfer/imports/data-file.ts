/** The largest file that is read, in bytes. */
export const largestFile = 5 * 1024 * 1024;

export type ReadFile = { ok: true; text: string } | { ok: false; message: string };

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const sample = bytes.slice(0, 400);
  const zeros = (offset: number) => sample.filter((byte, index) => index % 2 === offset && byte === 0).length;
  if (zeros(1) > sample.length / 8) return 'utf-16le';
  if (zeros(0) > sample.length / 8) return 'utf-16be';
  return 'utf-8';
}

/** The text of an uploaded file: UTF-8 or UTF-16 with or without a mark, else Windows-1252. Refuses what is too large or no text. */
export function readDataFile(bytes: Uint8Array): ReadFile {
  if (bytes.length === 0) return { ok: false, message: 'Choose a file first, or the file is empty.' };
  if (bytes.length > largestFile)
    return {
      ok: false,
      message: `This file is ${(bytes.length / 1024 / 1024).toFixed(1)} MB. Up to 5 MB is read at once: split it, or leave out columns.`,
    };
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding) ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\u0000') || /^PK|^%PDF|^\{\\rtf/.test(text))
    return {
      ok: false,
      message: 'This is not a CSV file. In your spreadsheet choose "Save as" or "Download", then CSV.',
    };
  return { ok: true, text: text.replace(/^\ufeff/, '') };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A CSV to download under this name. */
export function fileAnswer(name: string, text: string): Response {
  const plain = name.replaceAll(/[^\w .()-]+/g, ' ').trim();
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(text, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': disposition },
  });
}

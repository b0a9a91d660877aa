/** The framework's own fetches end in `.data`; a form without script posts the page itself. */
export function wantsData(request: Request): boolean {
  return new URL(request.url).pathname.endsWith('.data');
}

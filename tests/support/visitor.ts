/** A page's HTML as it reads, without the marks React leaves between pieces of text. */
export async function pageOf(response: Response): Promise<string> {
  return (await response.text()).replaceAll('<!-- -->', '');
}

/** Somebody with a browser's manners but no browser: keeps cookies, says where a form comes from, follows nothing by itself. */
export type Visitor = {
  get: (path: string) => Promise<Response>;
  post: (path: string, fields: Record<string, string | string[]>) => Promise<Response>;
  upload: (path: string, name: string, bytes: Uint8Array | string) => Promise<Response>;
  cookies: () => string;
};

export function visitor(url: string): Visitor {
  const jar = new Map<string, string>();
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('Cookie', header());
    if (init.method === 'POST') headers.set('Origin', url);
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
  return {
    get: (path) => send(path, {}),
    post(path, fields) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one);
      return send(path, { method: 'POST', body });
    },
    upload(path, name, bytes) {
      const body = new FormData();
      body.append('file', new File([bytes as BlobPart], name, { type: 'text/csv' }));
      return send(path, { method: 'POST', body });
    },
    cookies: header,
  };
}

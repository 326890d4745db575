/** A data route that did not answer with data. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly requestId: string | null,
  ) {
    super(`The server answered ${status}.`)
  }
}

/** Reads one of our own data routes. */
export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new RequestFailed(response.status, response.headers.get('x-request-id'))
  return response.json()
}

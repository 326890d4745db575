import { readClients } from '@/lib/clients/queries'
import { dataFor } from '@/lib/http/data-route'

export function GET(request: Request) {
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return dataFor((tx) => readClients(tx, q))
}

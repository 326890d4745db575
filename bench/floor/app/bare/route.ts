import { connection } from 'next/server'

/** What any route handler costs. */
export async function GET() {
  await connection()
  return Response.json({ at: Date.now() })
}

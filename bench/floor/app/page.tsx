import { connection } from 'next/server'

/** What any page costs that is made anew for each request. */
export default async function Page() {
  await connection()
  return <h1 className="text-title font-strong">Bare page, {new Date().toISOString()}</h1>
}

'use client'

import { FailedPage } from '@/components/ui/states/failed-page'
import './globals.css'

type Props = { error: unknown; retry: () => void }

export default function GlobalError(props: Props) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Something went wrong · Centwise</title>
        <main>
          <FailedPage {...props} />
        </main>
      </body>
    </html>
  )
}

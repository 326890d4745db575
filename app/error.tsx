'use client'

import { FailedPage } from '@/components/ui/states/failed-page'

type Props = { error: unknown; retry: () => void }

export default function RootError(props: Props) {
  return (
    <main>
      <FailedPage {...props} />
    </main>
  )
}

import { GeistSans } from 'geist/font/sans'
import type { ReactNode } from 'react'
import '@/app/globals.css'

/** The same style sheet and font as ours, so that a page of ours is compared with nothing but its own content. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body className="font-sans antialiased">{children}</body>
    </html>
  )
}

import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { requestTheme } from '@/components/ui/theme/request-theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Centwise', template: '%s · Centwise' },
  description: 'Write an invoice, send it through Stripe, and watch it get paid.',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en" data-theme={await requestTheme()} className={GeistSans.variable}>
      <body className="font-sans antialiased">{children}</body>
    </html>
  )
}

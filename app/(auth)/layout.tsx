import { BrandMark } from '@/components/shell/brand-mark'

export default function AuthLayout({ children }: LayoutProps<'/'>) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 gutter py-10">
      <p className="flex items-center gap-2 text-lead font-strong">
        <BrandMark />
        Centwise
      </p>
      <div className="grid gap-5 rounded border bg-paper p-6 sm:p-8">{children}</div>
    </main>
  )
}

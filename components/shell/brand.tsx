import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import { BrandMark } from './brand-mark'

export function Brand() {
  return (
    <Link href={paths.invoices} className="flex items-center gap-2 rounded text-lead font-strong">
      <BrandMark />
      <span className="max-sm:sr-only">Centwise</span>
    </Link>
  )
}

import { Skeleton } from '@/components/ui/states/skeleton'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The list before its rows are known, in their size. */
export function ListSkeleton() {
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">Reading the invoices</span>
      <div className="flex gap-12">
        {ROWS.slice(0, 3).map((row) => (
          <div key={row} className="grid gap-1">
            <Skeleton className="h-5 w-20" />
            <Skeleton className="h-7 w-28" />
          </div>
        ))}
      </div>
      <div className="grid">
        <Skeleton className="mb-4 h-9 max-w-xl" />
        {ROWS.map((row) => (
          <div key={row} className="flex h-[3.375rem] items-center gap-6 border-b max-sm:h-20">
            <Skeleton className="h-4 w-24 max-sm:hidden" />
            <Skeleton className="h-4 max-w-60 grow" />
            <Skeleton className="ml-auto h-4 w-20" />
          </div>
        ))}
      </div>
    </div>
  )
}

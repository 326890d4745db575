export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g fill="none" strokeLinecap="round" className="stroke-on-accent">
        <path d="M21.5 11.2a7 7 0 1 0 0 9.6" strokeWidth="3.2" />
        <path d="M16 5.5v21" strokeWidth="2" />
      </g>
    </svg>
  )
}

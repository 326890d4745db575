'use client'

import { formatMoney, type MoneyStyle, toMajor } from '@/lib/money/format'
import { useLocale } from './locale'

type Props = MoneyStyle & { minor: number; currency: string; className?: string }

export function Money({ minor, currency, className, ...style }: Props) {
  const { locale } = useLocale()
  return (
    <data value={toMajor(minor, currency)} className={className}>
      {formatMoney(minor, currency, locale, style)}
    </data>
  )
}

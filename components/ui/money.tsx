'use client'

import { formatMoney, type MoneyStyle, toMajor } from '@/lib/money'
import { cx } from './class-names'
import { useLocale } from './locale'

type Props = MoneyStyle & { minor: number; currency: string; className?: string }

export function Money({ minor, currency, className, ...style }: Props) {
  const { locale } = useLocale()
  return (
    <data value={toMajor(minor, currency)} className={cx('whitespace-nowrap', className)}>
      {formatMoney(minor, currency, locale, style)}
    </data>
  )
}

import type Stripe from 'stripe'

/**
 * A Stripe object as it travels and as we keep it: decimals are strings, and a field that may be
 * expanded holds its id. A new SDK version that adds a required field breaks our builders here.
 */
export type Wire<T> = [string] extends [Extract<T, string>] ? Exclude<T, object> : Plain<T>

type Plain<T> = T extends Stripe.Decimal
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? {
          [Key in keyof T as Key extends 'deleted' ? (T[Key] extends true ? Key : never) : Key]: Wire<T[Key]>
        }
      : T

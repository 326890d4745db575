import { bool, decimal, oneOf, text } from '../../../transport/params/leaves'
import {
  hash,
  list,
  metadata,
  type Param,
  type Read,
  required,
  unsettable,
} from '../../../transport/params/params'
import { badParam } from '../../../wire/refusal'

const size: Param<string | undefined> = decimal({ places: 2 })

/** What a card statement may say: no brackets, quotes or stars, and a letter somewhere. */
export const statementDescriptor: Param<string | undefined> = {
  read: (value, at) => {
    const given = text({ max: 22 }).read(value, at)
    if (given === undefined) return undefined
    const [unfit] = /[<>\\'"*]/.exec(given) ?? []
    if (unfit) throw badParam(`The statement descriptor cannot include ${unfit}.`, { param: at })
    if (/[A-Za-z]/.test(given)) return given
    throw badParam('The statement descriptor must contain at least one Latin character.', { param: at })
  },
}

export const taxDetails = hash({ performance_location: text(), tax_code: unsettable(text()) })

const url: Param<string | undefined> = {
  read: (value, at) => {
    const given = text().read(value, at)
    if (given === undefined || /^https?:\/\/[^\s/]+/.test(given)) return given
    throw badParam('Not a valid URL', { code: 'url_invalid', param: at })
  },
}

export const editable = {
  active: bool(),
  description: unsettable(text()),
  images: unsettable(list(text(), { max: 8 })),
  marketing_features: unsettable(list(hash({ name: required(text({ max: 80 })) }), { max: 15 })),
  metadata,
  package_dimensions: unsettable(
    hash({ height: required(size), length: required(size), weight: required(size), width: required(size) }),
  ),
  shippable: bool(),
  statement_descriptor: statementDescriptor,
  tax_code: unsettable(text()),
  tax_details: unsettable(taxDetails),
  unit_label: unsettable(text({ max: 12 })),
  url: unsettable(url),
}

export const productTypes = oneOf('good', 'service')

export type ProductRequest = Partial<Read<typeof editable>>

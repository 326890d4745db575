import type Stripe from 'stripe'
import { newId } from '../../state/ids'
import { bool, text } from '../../transport/leaves'
import { hash, list, metadata, type Read, required, unsettable } from '../../transport/params'
import { givenOnly, mergeMetadata } from '../../transport/shapes'
import type { Wire } from '../../wire'

export type Product = Wire<Stripe.Product>

const editable = {
  active: bool(),
  description: unsettable(text()),
  images: unsettable(list(text())),
  marketing_features: unsettable(list(hash({ name: required(text({ max: 80 })) }))),
  metadata,
  shippable: bool(),
  statement_descriptor: unsettable(text({ max: 22 })),
  tax_code: unsettable(text()),
  unit_label: unsettable(text({ max: 12 })),
  url: unsettable(text()),
}

export const productParams = {
  create: { ...editable, id: text(), name: required(text()), type: text() },
  update: { ...editable, name: text(), default_price: unsettable(text()) },
}

export function newProduct(name: string, now: number): Product {
  return {
    id: newId('prod', 14),
    object: 'product',
    active: true,
    created: now,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: now,
    url: null,
  }
}

export function withProductParams(product: Product, params: Read<typeof editable>, now: number): Product {
  const { images, marketing_features, metadata, ...plain } = params
  return {
    ...product,
    ...givenOnly(plain),
    ...(images === undefined ? {} : { images: images ?? [] }),
    ...(marketing_features === undefined ? {} : { marketing_features: marketing_features ?? [] }),
    metadata: mergeMetadata(product.metadata, metadata),
    updated: now,
  }
}

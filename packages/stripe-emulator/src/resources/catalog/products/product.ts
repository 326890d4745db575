import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { givenOnly, mergeMetadata } from '../../../transport/params/shapes'
import { refuse } from '../../../wire/refusal'
import type { Wire } from '../../../wire/wire'
import type { ProductRequest } from './params'

export type Product = Wire<Stripe.Product>

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

/** Keeps a new product, under an id of the request's own choosing when it has one. */
export function addProduct(
  unit: UnitOfWork,
  product: Product,
  id: string | undefined,
  param: string,
): Product {
  if (id !== undefined && unit.get('product', id)) {
    throw refuse('Product already exists.', { code: 'resource_already_exists', param })
  }
  return unit.put('product', { ...product, id: id ?? product.id })
}

/** Returns a product with the given parameters laid over it. */
export function withProductParams(product: Product, request: ProductRequest): Product {
  const { images, marketing_features, metadata, package_dimensions, tax_code, tax_details, ...plain } =
    request
  return {
    ...product,
    ...givenOnly(plain),
    ...(images === undefined ? {} : { images: images ?? [] }),
    ...(marketing_features === undefined ? {} : { marketing_features: marketing_features ?? [] }),
    ...(package_dimensions === undefined ? {} : { package_dimensions: sizesOf(package_dimensions) }),
    ...taxOver(product, tax_code, tax_details),
    metadata: mergeMetadata(product.metadata, metadata),
  }
}

function sizesOf(given: ProductRequest['package_dimensions']): Product['package_dimensions'] {
  if (!given) return null
  const { height, length, weight, width } = given
  return { height: Number(height), length: Number(length), weight: Number(weight), width: Number(width) }
}

/** The tax code stands in two places, and is the same in both. */
function taxOver(
  { tax_details: old }: Product,
  code: ProductRequest['tax_code'],
  details: ProductRequest['tax_details'],
): Partial<Product> {
  if (code === undefined && details === undefined) return {}
  if (details === null && !code) return { tax_code: null, tax_details: null }
  const given = details?.tax_code === undefined ? code : details.tax_code
  const tax_code = given === undefined ? (old?.tax_code ?? null) : given
  const place = details?.performance_location ?? old?.performance_location ?? null
  const isNothing = tax_code === null && place === null
  return { tax_code, tax_details: isNothing ? null : { performance_location: place, tax_code } }
}

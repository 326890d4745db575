import { emit, emitUpdate } from '../../events/emit'
import { bool, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { list } from '../../transport/params'
import { refuse } from '../../transport/refusal'
import { newProduct, productParams, withProductParams } from './product'

const filters = { ...paging, active: bool(), created: range, ids: list(text()) }

export const productRoutes = [
  operation('POST', '/v1/products', productParams.create, ({ book, params }) => {
    const { id, name, type: _, ...rest } = params
    if (id !== undefined && book.get('product', id)) {
      throw refuse('Product already exists.', { code: 'resource_already_exists', param: 'id' })
    }
    const fresh = withProductParams(newProduct(name, book.now), rest, book.now)
    const product = book.put('product', { ...fresh, id: id ?? fresh.id })
    emit(book, 'product.created', product)
    return product
  }),

  operation('GET', '/v1/products', filters, ({ book, params }) =>
    pageOf(book, 'product', '/v1/products', params, (product) => {
      if (params.active !== undefined && product.active !== params.active) return false
      if (params.ids && !params.ids.includes(product.id)) return false
      return params.created?.(product.created) ?? true
    }),
  ),

  operation('GET', '/v1/products/:id', {}, ({ book, path }) => book.target('product', path)),

  operation('POST', '/v1/products/:id', productParams.update, ({ book, params, path }) => {
    const before = book.target('product', path)
    const { name, default_price, ...rest } = params
    if (default_price) book.need('price', default_price, 'default_price')
    const after = book.put('product', {
      ...withProductParams(before, rest, book.now),
      name: name ?? before.name,
      default_price: default_price === undefined ? before.default_price : default_price,
    })
    emitUpdate(book, 'product.updated', before, after)
    return after
  }),

  operation('DELETE', '/v1/products/:id', {}, ({ book, path }) => {
    const product = book.target('product', path)
    if (book.shelves.price.inGroup(product.id).length > 0) {
      throw refuse('This product cannot be deleted because it has one or more user-created prices.')
    }
    book.remove('product', product.id)
    emit(book, 'product.deleted', product)
    return { id: product.id, object: 'product', deleted: true }
  }),
]

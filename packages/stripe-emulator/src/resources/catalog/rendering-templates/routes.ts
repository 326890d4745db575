import { type Call, operation } from '../../../transport/operation'
import { pageOf, paging } from '../../../transport/pages'
import { integer, oneOf } from '../../../transport/params/leaves'

const ALL = '/v1/invoice_rendering_templates'
const ONE = `${ALL}/:template`

/** Templates are made in the Dashboard only; the API lists them and puts them away. */
export const renderingTemplateRoutes = [
  operation('GET', ALL, { ...paging, status: oneOf('active', 'archived') }, ({ unit, params }) => {
    return pageOf(unit, 'invoice_rendering_template', ALL, params, ({ status }) => {
      return params.status === undefined || status === params.status
    })
  }),

  operation('GET', ONE, { version: integer({ min: 1 }) }, ({ unit, path }) => {
    return unit.target('invoice_rendering_template', path)
  }),

  operation('POST', `${ONE}/archive`, {}, (call) => withStatus(call, 'archived')),

  operation('POST', `${ONE}/unarchive`, {}, (call) => withStatus(call, 'active')),
]

function withStatus({ unit, path }: Call<object>, status: 'active' | 'archived') {
  const template = unit.target('invoice_rendering_template', path)
  return unit.put('invoice_rendering_template', { ...template, status })
}

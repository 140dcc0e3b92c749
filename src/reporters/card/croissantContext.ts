/**
 * JSON-LD context of Croissant 1.1 (specification, appendix 1), without unused terms. The schema.org terms use https, as in the
 * examples of the specification: the reference implementation accepts no others.
 */
export const CROISSANT_CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const

/** Value of `conformsTo`. */
export const CROISSANT_VERSION = 'http://mlcommons.org/croissant/1.1'

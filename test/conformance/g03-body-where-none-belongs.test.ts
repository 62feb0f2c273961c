import { attack } from './attacking.ts'

attack('G03 G06 G12 G16', 'body-where-none-belongs', {
  as: 'accepted',
  ways: [
    'that reaches for the prototype',
    'nested without end',
    'of a hundred thousand members',
    'of three hundred kilobytes',
    'with parameters of its own',
    'in parts',
    'of JSON that says it is text',
    'of no type',
    'of no type at all',
    'that is not UTF-8',
    'that is binary',
    'that says it is base64',
  ],
})

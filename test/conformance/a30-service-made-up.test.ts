import { attack } from './attacking.ts'

attack('A30 A33', 'service-made-up', {
  as: 'service-unknown',
  ways: [
    'a name nobody has',
    'the name of a prototype',
    'the name of a constructor',
    'the name of a method',
    'ten kilobytes',
    'two dots',
    'two escaped dots',
    'a service with a parameter',
    'a service with a NUL',
    'a service with a space',
    'two services',
  ],
})

import { attack } from './attacking.ts'

attack('A33', 'path-bent', {
  as: 'http-404',
  ways: [
    'two dots within',
    'two escaped dots within',
    'through another service',
    'a dot within',
    'a parameter in the path',
    'an escaped parameter in the path',
    'two slashes before',
    'two slashes within',
    'a slash behind',
    'a backslash',
    'a dot behind',
    'a NUL behind',
    'in capitals',
    'escaped twice',
  ],
})

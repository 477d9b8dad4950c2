import { formMessages } from '../internal/form.messages.js';

export const messages = {
  ...formMessages,
  label: 'E-mail address',
  send: 'Subscribe',
  done: 'You are on our list. Thank you!',
  already: 'You are on our list already.',
};

import { formMessages } from '../internal/form.messages.js';

export const messages = {
  ...formMessages,
  'label-back-in-stock': 'Tell me when it is back in stock',
  'label-price-drop': 'Tell me when the price drops',
  send: 'Tell me',
  'done-back-in-stock': 'We will tell you when it is back in stock.',
  'done-price-drop': 'We will tell you when the price drops.',
  already: 'You are on our list already.',
};

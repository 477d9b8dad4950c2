import type { Message } from '../../languages/message.js';
import { formMessages } from '../internal/form.messages.js';

export const messages = {
  ...formMessages,
  rating: 'Your rating',
  stars: { one: '{count} star', other: '{count} stars' } as Message,
  text: 'Your review',
  atLeast: { one: 'At least {count} character', other: 'At least {count} characters' } as Message,
  left: { one: '{count} character left', other: '{count} characters left' } as Message,
  photo: 'A photo, if you like',
  upTo: 'Up to {size} MB',
  tooLarge: 'This photo is larger than {size} MB. Please choose a smaller one.',
  noPhoto: 'This file is not a photo that we can show. Please choose another.',
  remove: 'Remove the photo',
  send: 'Send review',
  done: 'Thank you for your review!',
  confirm: 'Thank you! Your review will appear here when we have read it.',
  already: 'You have reviewed this.',
  again: 'Write again',
  summary: '{rating} out of {best}',
  reviews: { one: '{count} review', other: '{count} reviews' } as Message,
  ratings: { one: '{count} rating', other: '{count} ratings' } as Message,
};

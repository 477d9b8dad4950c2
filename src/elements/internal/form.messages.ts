import type { Message } from '../../languages/message.js';

/** What every form of the kit says. */
export const formMessages = {
  again: 'Use another address',
  confirm: 'Almost done: please follow the link in the e-mail that we have just sent.',
  refused: 'This could not be accepted. Please look at what you have entered.',
  offline: 'No answer came. What you have entered is still here; please try again.',
  rateLimited: {
    one: 'That was once too often for now. Please try again in a minute.',
    other: 'That was once too often for now. Please try again in {count} minutes.',
  } as Message,
  failed: 'This did not work, and it is not your fault. What you have entered is still here; please try again later.',
};

import { formMessages } from '../internal/form.messages.js';

export const messages = {
  ...formMessages,
  continue: 'Continue',
  or: 'or',
  done: 'Welcome! Your account is ready.',
  exists: 'There is an account with this address already. Please sign in.',
};

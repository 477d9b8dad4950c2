import type { MessagesController } from '../internal/messages-controller.js';
import type { messages as ofTheList } from './list-view.messages.js';
import type { messages } from './wishlist.messages.js';

/** What the badge and its panel say, in the language of their place. */
export type Say = MessagesController<typeof messages>['say'];

/** What the list says. */
export type SayInList = MessagesController<typeof ofTheList>['say'];

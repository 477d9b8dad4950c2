/** The ways to share that the menu has when nobody says which. */
export const DEFAULT_NETWORKS = 'copy email whatsapp facebook pinterest x';

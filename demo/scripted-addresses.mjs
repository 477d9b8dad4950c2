// @ts-check

/** Addresses that bring about what a real list or a real shop does now and then, so that each state can be seen. */
export const scripted = {
  'already@example.com': 'is known already',
  'confirm@example.com': 'has to be confirmed by a link',
  'refuse@example.com': 'is refused',
  'busy@example.com': 'came too often',
  'slow@example.com': 'takes four seconds',
  'drop@example.com': 'gets no answer',
};

/**
 * What one of these addresses brings about; `undefined` for all others.
 * @param {string} mail @returns {{ status?: number, code?: string, message?: string, waitMs?: number, drop?: boolean } | undefined}
 */
export function play(mail) {
  if (mail === 'already@example.com') return { status: 409, code: 'already' };
  if (mail === 'confirm@example.com')
    return { status: 202, code: 'pending', message: 'We have sent you a link: follow it, and it is done.' };
  if (mail === 'refuse@example.com')
    return { status: 422, code: 'refused', message: 'Letters to that address come back to us.' };
  if (mail === 'busy@example.com') return { status: 429, code: 'busy', message: 'Once more in a minute, please.' };
  if (mail === 'slow@example.com') return { waitMs: 4000 };
  if (mail === 'drop@example.com') return { drop: true };
  return undefined;
}

// @ts-check

/**
 * A number of codes, each of which is given to one shopper: reserved for a time, given back when it was not used, and never
 * given away twice. A shop keeps this in its database; here it is in memory.
 *
 * @param {object} options
 * @param {readonly string[]} options.codes
 * @param {number} options.reserveMs how long a code is kept for whom it was given to
 * @param {number} [options.endsAt]  when it is over for everybody, in milliseconds since 1970
 * @param {() => number} [options.now]
 */
export function createPool({ codes, reserveMs, endsAt = Infinity, now = Date.now }) {
  const free = [...codes];
  /** @type {Map<string, { code: string, until: number }>} by the shopper's token */
  const reserved = new Map();
  /** @type {Set<string>} tokens whose time is over: who comes back later does not begin anew */
  const spent = new Set();
  /** @type {Set<string>} */
  const used = new Set();

  function sweep() {
    for (const [token, { code, until }] of reserved) {
      if (until > now()) continue;
      release(token);
      // At the end of the row: who has it still in mind finds it refused for as long as can be.
      if (!used.has(code)) free.push(code);
    }
  }

  /** @param {string} token */
  function release(token) {
    reserved.delete(token);
    spent.add(token);
  }

  return {
    /**
     * The same code each time for the same token.
     * @param {string} token a random text that the shopper's browser keeps
     * @returns {{ code: string, until: number } | { reason: 'ended' | 'used' | 'gone' }}
     */
    reserve(token) {
      sweep();
      const known = reserved.get(token);
      if (known) return used.has(known.code) ? { reason: 'used' } : known;
      if (spent.has(token) || now() >= endsAt) return { reason: 'ended' };
      const code = free.shift();
      if (code === undefined) return { reason: 'gone' };
      const reservation = { code, until: Math.min(now() + reserveMs, endsAt) };
      reserved.set(token, reservation);
      return reservation;
    },

    /** Gives the code back; it can be had by somebody else. @param {string} token */
    release(token) {
      const known = reserved.get(token);
      if (!known || used.has(known.code)) return false;
      release(token);
      free.push(known.code);
      return true;
    },

    /** Why a code is not taken; `undefined` if it is. @param {string} code @returns {'ended' | 'used' | 'unknown' | undefined} */
    refusal(code) {
      sweep();
      if (used.has(code)) return 'used';
      if ([...reserved.values()].some((one) => one.code === code)) return undefined;
      return codes.includes(code) ? 'ended' : 'unknown';
    },

    /** Uses a code up, with an order. @param {string} code */
    redeem(code) {
      if (this.refusal(code)) return false;
      used.add(code);
      return true;
    },
  };
}

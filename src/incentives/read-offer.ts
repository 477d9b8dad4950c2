/** What a signed offer says. Shown, not trusted: the shop's server verifies it when it is used. */
export interface OfferClaims {
  /** Of the incentive. */
  id: string;
  /** What to type in, where the shop takes something to be typed in. */
  code?: string;
  /** In milliseconds since 1970. */
  endsAt?: number;
}

/**
 * Reads the claims of a JSON Web Signature in its compact form (RFC 7515, section 7.1): `sub` is the incentive, `exp` its end in
 * seconds (RFC 7519, section 4.1), `code` what to type in. `undefined` when it is none.
 */
export function readOffer(offer: unknown): OfferClaims | undefined {
  const [, payload] = (typeof offer === 'string' && /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(offer)) || [];
  if (payload === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
    const { sub, exp, code } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (typeof sub !== 'string' || (exp !== undefined && !Number.isFinite(exp))) return undefined;
    return {
      id: sub,
      ...(typeof code === 'string' && { code }),
      ...(exp !== undefined && { endsAt: (exp as number) * 1000 }),
    };
  } catch {
    return undefined;
  }
}

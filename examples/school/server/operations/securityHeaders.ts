/**
 * What browsers are told with every answer. A page may load only what the school itself serves, and frame only rooms; no
 * other site may frame a page. `Referrer-Policy` lets a room learn which site frames it.
 */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' blob:",
    // Your own subdomain is better, once you know it.
    'frame-src https://*.whereby.com',
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; '),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** The OAuth 2.0 that both stand-ins share: requests, codes and access tokens. */
@NullMarked
package roster.local.identity.oauth;

import org.jspecify.annotations.NullMarked;

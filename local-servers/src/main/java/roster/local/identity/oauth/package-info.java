/** OAuth 2.0 as far as the stand-ins have it in common: requests, codes and access tokens. */
@NullMarked
package roster.local.identity.oauth;

import org.jspecify.annotations.NullMarked;

/** The OpenAPI documents as their users use them: clients generated from them, and linters. Needs Node and Python; in the nightly tier. */
@NullMarked
package roster.systemtest.clients;

import org.jspecify.annotations.NullMarked;

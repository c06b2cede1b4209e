/** Where somebody belongs, and in which of those organizations they are at the moment. */
@NullMarked
package roster.console.organization;

import org.jspecify.annotations.NullMarked;

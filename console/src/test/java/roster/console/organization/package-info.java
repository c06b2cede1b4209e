/** Tests of how users find the organizations that they belong to. */
@NullMarked
package roster.console.organization;

import org.jspecify.annotations.NullMarked;

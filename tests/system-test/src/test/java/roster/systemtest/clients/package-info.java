/** Roster as its users use it: clients generated from the documents, linters of the documents, and the reference consumers. */
@NullMarked
package roster.systemtest.clients;

import org.jspecify.annotations.NullMarked;

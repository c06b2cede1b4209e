/** JSON Schemas of events and of the member state, and their public addresses. */
@NullMarked
package roster.contract.schema;

import org.jspecify.annotations.NullMarked;

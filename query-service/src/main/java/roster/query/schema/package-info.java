/** The JSON Schemas of events and of the member state at their addresses, and the AsyncAPI document. */
@NullMarked
package roster.query.schema;

import org.jspecify.annotations.NullMarked;

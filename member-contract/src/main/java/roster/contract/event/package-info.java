/** Events of all aggregates, with their stored names and JSON. */
@NullMarked
package roster.contract.event;

import org.jspecify.annotations.NullMarked;

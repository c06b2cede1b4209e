/** Events as they are stored: their types, their JSON, and the personal data that is sealed in them. */
@NullMarked
package roster.contract.stored;

import org.jspecify.annotations.NullMarked;

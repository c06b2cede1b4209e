@NullMarked
package roster.contract.schema;

import org.jspecify.annotations.NullMarked;

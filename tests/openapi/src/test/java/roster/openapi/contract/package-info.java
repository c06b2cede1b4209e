@NullMarked
package roster.openapi.contract;

import org.jspecify.annotations.NullMarked;

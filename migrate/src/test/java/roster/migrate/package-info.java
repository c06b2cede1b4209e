/** Tests of migrations, with real databases. */
@NullMarked
package roster.migrate;

import org.jspecify.annotations.NullMarked;

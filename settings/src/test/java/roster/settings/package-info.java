/** Tests of secrets in files. */
@NullMarked
package roster.settings;

import org.jspecify.annotations.NullMarked;

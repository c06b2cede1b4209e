/** Whether what is to be forgotten is forgotten: looked for wherever it could be, once everything has had its time. */
@NullMarked
package roster.systemtest.privacy;

import org.jspecify.annotations.NullMarked;

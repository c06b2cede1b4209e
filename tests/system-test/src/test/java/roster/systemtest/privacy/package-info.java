/** Tests of erasure: searches all stores for erased data after retention periods have passed. */
@NullMarked
package roster.systemtest.privacy;

import org.jspecify.annotations.NullMarked;

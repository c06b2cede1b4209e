@NullMarked
package roster.query.member;

import org.jspecify.annotations.NullMarked;

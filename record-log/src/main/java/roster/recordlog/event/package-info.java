/** What the trees hold: the encoding of a stored event as a leaf, and heads of organizations as entries of the root log. */
@NullMarked
package roster.recordlog.event;

import org.jspecify.annotations.NullMarked;

/** Answers about members: lists, one member, and the permissions of a member, now and as of a moment. */
@NullMarked
package roster.query.members;

import org.jspecify.annotations.NullMarked;

/** The launcher: starts every server and service of Roster as a process of its own, keeps them running, and stops them in order. */
@NullMarked
package roster.standalone;

import org.jspecify.annotations.NullMarked;

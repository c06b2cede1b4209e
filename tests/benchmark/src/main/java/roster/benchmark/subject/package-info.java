/** The subject of the measurements: a running Roster, its commands and e-mails, and the inserts that it is compared with. */
@NullMarked
package roster.benchmark.subject;

import org.jspecify.annotations.NullMarked;

/** Profiles of processes, from recordings of the JDK Flight Recorder. */
@NullMarked
package roster.benchmark.profile;

import org.jspecify.annotations.NullMarked;

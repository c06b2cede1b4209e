/** What the web servers of this machine share: they answer on loopback only, and what they show is harmless. */
@NullMarked
package roster.local.http;

import org.jspecify.annotations.NullMarked;

/** The services behind the pages: they are asked, and told, as the person at the screen. */
@NullMarked
package roster.console.service;

import org.jspecify.annotations.NullMarked;

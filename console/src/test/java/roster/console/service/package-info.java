@NullMarked
package roster.console.service;

import org.jspecify.annotations.NullMarked;

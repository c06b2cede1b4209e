/** The answers of the service about large populations, compared with independent folds. */
@NullMarked
package roster.query.population;

import org.jspecify.annotations.NullMarked;

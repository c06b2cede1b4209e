package roster.console.tokens;

import org.jspecify.annotations.Nullable;

/**
 * An API token, with what a row shows besides.
 *
 * @param member     how the member is called whose it is, or who created it; null when that was no member, or one who is not known here
 * @param revocable by the person at the screen
 */
record ApiTokenRow(ApiToken token, @Nullable String member, boolean revocable) {}

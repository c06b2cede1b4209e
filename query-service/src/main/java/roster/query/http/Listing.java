package roster.query.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next     the cursor of the following page, null when this is the last one
 * @param position the consistency token of what the list is true as of
 */
public record Listing<T>(List<T> data, @Nullable String next, String position) {}

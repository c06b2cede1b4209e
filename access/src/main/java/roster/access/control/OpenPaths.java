package roster.access.control;

import java.util.List;

/** Paths of a service that need no bearer token, because something else in the request is the key. */
public record OpenPaths(List<String> patterns) {}

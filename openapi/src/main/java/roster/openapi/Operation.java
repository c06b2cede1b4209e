package roster.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** An operation as a document says it. */
record Operation(String method, String path, JsonNode node) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    List<String> variables() {
        return VARIABLE.matcher(path).results().map(it -> it.group(1)).toList();
    }

    boolean matches(String asked) {
        return pattern().matcher(asked).matches();
    }

    Map<String, String> variablesOf(String asked) {
        var matched = pattern().matcher(asked);
        var values = new LinkedHashMap<String, String>();
        if (matched.matches()) {
            var names = new ArrayList<>(variables());
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matched.group(i + 1));
            }
        }
        return values;
    }

    private Pattern pattern() {
        return Pattern.compile(VARIABLE.matcher(path).replaceAll("([^/]+)"));
    }

    @Override
    public String toString() {
        return node.path("operationId").asString(method + " " + path);
    }
}
